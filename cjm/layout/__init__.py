"""Board → Scene: where everything on a sheet stands, in numbers only."""
