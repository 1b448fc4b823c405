"""Rules about moves."""
