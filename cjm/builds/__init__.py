"""Many journeys at once: what is out of date, compiled in parallel, recorded, merged.

In: paths of sources. Out: files in an output folder, a manifest of them, and what a next
build can rely on.
"""
