"""Board × Scene → text: one file per format. What comes from a journey is escaped, always."""
