"""Every key of the language: its spelling, type and meaning, once.

Binding, the JSON Schema and the reference all read these tables.
"""

from cjm.model.keys.journey import JOURNEY, LIBRARY

__all__ = ["JOURNEY", "LIBRARY"]
