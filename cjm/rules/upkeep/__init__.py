"""Rules about upkeep."""
