"""The page of all journeys: what is kept of each (`entry`), and what stands on the page (`parts`).

In: entries, one at a time. Out: a `Portfolio`, of which only as much is in memory as is shown.
"""
