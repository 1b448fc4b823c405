"""Files to start from: data → texts, in the language of whoever is to fill them in.

What they hold is right, and what is missing from them is what `cjm lint` tells. Lines
that are commented out are hints that are right as well, once the `#` is taken away.
"""
