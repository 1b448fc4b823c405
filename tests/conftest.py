"""How long property tests search: briefly, and in `make soak` as long as it takes."""

import os

from hypothesis import HealthCheck, settings

# No deadlines: a busy machine is no error.
settings.register_profile("brief", deadline=None)
settings.register_profile(
    "soak", deadline=None, derandomize=False, max_examples=5000, suppress_health_check=[HealthCheck.too_slow]
)
if not os.environ.get("CI"):  # there hypothesis chooses its own `ci`: the same examples every time
    settings.load_profile("brief")
