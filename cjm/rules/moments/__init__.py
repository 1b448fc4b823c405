"""Rules about moments."""
