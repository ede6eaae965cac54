"""What holds for every test: Hypothesis sets no time limit, for that would test the machine and not the code."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
