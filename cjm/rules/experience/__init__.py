"""Rules about experience."""
