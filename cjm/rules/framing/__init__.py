"""Rules about framing."""
