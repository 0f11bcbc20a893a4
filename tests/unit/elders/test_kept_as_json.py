"""What the rules answer is kept with the file: it must come back from JSON as it went in."""

from datetime import date

import msgspec
import pytest

from backend.elders.ability import HIGHEST, Assessment, Conditions, assess
from backend.elders.eligibility import Eligibility, EligibilityFacts, Supporter, Whereabouts, judge
from backend.elders.flags import FlagFacts, Flags, flags
from backend.elders.rules import AbilityLevel
from backend.elders.tiers import Classification, DisabilityGrade, Mobility, TierChange, TierFacts, change, classify
from backend.policies.rules import EligibilityPolicy

TODAY = date(2026, 3, 10)
SUPPORTER = Supporter(whereabouts=Whereabouts.CITY, since=date(2020, 1, 1), for_work=True, able=None)
FACTS = EligibilityFacts(born_on=None, registered_here=True, lives_in_countryside=None, supporters=(SUPPORTER,))
TIER_FACTS = TierFacts(
    born_on=date(1940, 1, 1),
    ability=AbilityLevel.SEVERE,
    mobility=Mobility.UNKNOWN,
    disability=DisabilityGrade.UNKNOWN,
    dementia=None,
)
CONDITIONS = Conditions(coma=False, dementia=True, mental_disorder=True, risk_events=3)
FLAG_FACTS = FlagFacts(living_alone=True, poor=None, seriously_ill=False, minor_in_the_home=True)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (Eligibility, judge(FACTS, EligibilityPolicy(minimum_age=65), TODAY)),
        (EligibilityFacts, FACTS),
        (Assessment, assess(HIGHEST, CONDITIONS)),
        (Conditions, CONDITIONS),
        (TierFacts, TIER_FACTS),
        (Classification, classify(TIER_FACTS, TODAY)),
        (TierChange, change(None, classify(TIER_FACTS, TODAY))),
        (Flags, flags(TIER_FACTS, FLAG_FACTS, TODAY)),
    ],
)
def test_comes_back_as_it_went_in(kind: type[msgspec.Struct], answer: msgspec.Struct) -> None:
    kept = msgspec.json.encode(answer, order="deterministic")
    assert msgspec.json.decode(kept, type=kind) == answer
