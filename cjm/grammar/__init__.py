"""The machinery of keys: types, shorthands, binder, JSON Schema, reference docs.

It knows no journey: `model` and `config` declare their keys with it, once, and
everything else follows from that table.
"""
