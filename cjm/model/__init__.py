"""What a journey is: its entities, its vocabulary, and the phase models it may follow."""
