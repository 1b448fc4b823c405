"""How much of a processor `cjm` takes, beside what other tools take for the same."""
