"""What all tests share."""

from hypothesis import settings

# A machine that does much else at once is slow, not wrong: no test fails by the clock.
settings.register_profile("crossread", deadline=None)
settings.load_profile("crossread")
