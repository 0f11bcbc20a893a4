"""What a file says, as the pure rules ask it."""

from datetime import date

from backend.elders.flags import FlagFacts, Flags, flags
from backend.elders.models import Elder
from backend.elders.tiers import TierFacts


def tier_facts(elder: Elder) -> TierFacts:
    """What the tier depends on."""
    return TierFacts(
        born_on=elder.born_on,
        ability=elder.ability_level,
        mobility=elder.mobility,
        disability=elder.disability,
        dementia=elder.dementia,
    )


def marks(elder: Elder, day: date) -> Flags:
    """Every mark on the file, as of `day`."""
    more = FlagFacts(
        living_alone=elder.living_alone,
        poor=elder.poor,
        seriously_ill=elder.seriously_ill,
        minor_in_the_home=elder.minor_at_home,
    )
    return flags(tier_facts(elder), more, day)
