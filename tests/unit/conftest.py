"""Property tests judge answers, not how long a busy machine takes to give them."""

from hypothesis import settings

settings.register_profile("unit", deadline=None)
settings.load_profile("unit")
