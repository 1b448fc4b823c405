"""How a map looks, whatever is on it: colours, type, glyphs and the widths of text."""
