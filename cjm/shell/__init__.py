"""The only code that touches the world: files, images, programs.

Everything that can go wrong there comes back as a `UsageError` or a diagnostic, never
as an `OSError`.
"""
