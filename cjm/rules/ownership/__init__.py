"""Rules about ownership."""
