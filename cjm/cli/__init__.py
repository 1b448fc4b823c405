"""The command line: one file per command, and `main` that lists them.

In: what a user typed. Out: text on the terminal, files, and an exit code.
"""
