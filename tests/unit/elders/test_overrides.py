"""A tier decided by a person: for a reason, for a time, and never to hide that too little is known."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from backend.elders.errors import OverrideHidesMissingFacts, OverrideNotPossible
from backend.elders.overrides import TierOverride, check_override, effective_tier
from backend.elders.rules import PriorityTier

TODAY = date(2026, 3, 10)
OVERRIDE = TierOverride(
    tier=PriorityTier.HIGH,
    reason="老伴刚过世，儿女都在外",
    set_by=UUID(int=1),
    starts_on=TODAY,
    ends_on=TODAY + timedelta(days=30),
)


class TestEffectiveTier:
    @pytest.mark.parametrize(
        ("day", "tier"),
        [
            (TODAY - timedelta(days=1), PriorityTier.ROUTINE),
            (TODAY, PriorityTier.HIGH),
            (TODAY + timedelta(days=29), PriorityTier.HIGH),
            (TODAY + timedelta(days=30), PriorityTier.ROUTINE),
        ],
    )
    def test_is_the_override_s_from_its_first_day_until_the_day_before_its_end(
        self, day: date, tier: PriorityTier
    ) -> None:
        assert effective_tier(PriorityTier.ROUTINE, OVERRIDE, day) is tier

    @pytest.mark.parametrize("computed", PriorityTier)
    def test_without_override_is_the_computed_one(self, computed: PriorityTier) -> None:
        assert effective_tier(computed, None, TODAY) is computed

    @pytest.mark.parametrize("computed", PriorityTier)
    @pytest.mark.parametrize("tier", [PriorityTier.HIGH, PriorityTier.MEDIUM, PriorityTier.ROUTINE])
    def test_follows_the_override_unless_it_hides_missing_facts(
        self, computed: PriorityTier, tier: PriorityTier
    ) -> None:
        hides = (computed, tier) == (PriorityTier.UNCLASSIFIED, PriorityTier.ROUTINE)
        assert effective_tier(computed, replace(OVERRIDE, tier=tier), TODAY) is (computed if hides else tier)


class TestCheckOverride:
    @pytest.mark.parametrize("tier", [PriorityTier.HIGH, PriorityTier.MEDIUM, PriorityTier.ROUTINE])
    def test_takes_a_tier_a_reason_and_an_end(self, tier: PriorityTier) -> None:
        check_override(replace(OVERRIDE, tier=tier), PriorityTier.HIGH)

    @pytest.mark.parametrize(
        ("override", "field"),
        [
            (replace(OVERRIDE, tier=PriorityTier.UNCLASSIFIED), "tier"),
            (replace(OVERRIDE, reason=" \u3000"), "reason"),
            (replace(OVERRIDE, ends_on=TODAY), "ends_on"),
            (replace(OVERRIDE, ends_on=TODAY - timedelta(days=1)), "ends_on"),
            (replace(OVERRIDE, ends_on=TODAY + timedelta(days=367)), "ends_on"),
        ],
    )
    def test_refuses_by_the_field(self, override: TierOverride, field: str) -> None:
        with pytest.raises(OverrideNotPossible) as refused:
            check_override(override, PriorityTier.HIGH)
        assert refused.value.field == field

    def test_takes_a_year_and_a_single_day(self) -> None:
        for days in (1, 366):
            check_override(replace(OVERRIDE, ends_on=TODAY + timedelta(days=days)), PriorityTier.HIGH)

    def test_refuses_routine_for_one_of_whom_too_little_is_known(self) -> None:
        with pytest.raises(OverrideHidesMissingFacts):
            check_override(replace(OVERRIDE, tier=PriorityTier.ROUTINE), PriorityTier.UNCLASSIFIED)
