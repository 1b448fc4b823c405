#!/bin/sh
# Customer journeys on any CI server: reports and maps in cjm-out/, which the server keeps.
# Exits with 1 where something is to be done, after everything has been drawn.
set -eu
python3 -m venv "${TMPDIR:-/tmp}/cjm-venv"
PATH="${TMPDIR:-/tmp}/cjm-venv/bin:$PATH"
pip install --quiet "${CJM_INSTALL:-cjm-compiler}"
mkdir -p cjm-out
code=0
cjm lint --format human --format junit:cjm-out/gaps.xml --format html:cjm-out/gaps.html -- "$@" || code=$?
cjm build --quiet --fail-on never --output cjm-out/maps -- "$@" || code=$?
exit "$code"
