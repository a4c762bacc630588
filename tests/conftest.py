"""How long hypothesis looks: briefly in `make check`, long in `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_SLOW_MACHINES = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]

settings.register_profile(
    "check", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_SLOW_MACHINES
)
settings.register_profile("fuzz", max_examples=3000, deadline=None, suppress_health_check=_SLOW_MACHINES)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "check"))
