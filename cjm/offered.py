"""What a build can be asked for. Plain words that cost no import, for the command line and the settings."""

FORMATS = ("svg", "html", "png", "pdf", "md", "txt")
DRAWN = ("svg", "png", "pdf")  # a file a view; the others are one file a journey
DEFAULT_FORMATS = ("svg", "html")
VIEWS = ("map", "flow", "blueprint", "canvas", "wheel", "media", "owners", "strip", "sheet")
DEFAULT_VIEWS = ("map", "flow")
DEFAULT_OUTPUT = "build"
