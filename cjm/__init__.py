"""Customer journeys as code: a compiler from YAML to maps."""

__version__ = "0.1.0"
