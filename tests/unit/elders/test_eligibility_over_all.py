"""Eligibility over its whole input space: every single supporter, and families drawn at random."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backend.elders.eligibility import (
    Answer,
    Criterion,
    EligibilityFacts,
    Supporter,
    Verdict,
    Whereabouts,
    judge,
    months_later,
)
from backend.policies.rules import AwayFrom, EligibilityPolicy

TODAY = date(2026, 3, 10)
HALF_A_YEAR_AGO = date(2025, 9, 10)
A_DAY = timedelta(days=1)
SUFFICIENT = EligibilityFacts(born_on=date(1950, 1, 1), registered_here=True, lives_in_countryside=True, supporters=())
POLICIES = [
    EligibilityPolicy(away_from=away_from, months_away=months, everyone_away=everyone)
    for away_from, months, everyone in product(AwayFrom, (6, 7), (False, True))
]
KNOWN: dict[str, tuple[object, ...]] = {
    "whereabouts": tuple(Whereabouts),
    "since": (HALF_A_YEAR_AGO, HALF_A_YEAR_AGO + A_DAY, TODAY + A_DAY),
    "for_work": (False, True),
    "able": (False, True),
    "for_good": (False, True),
}
RETURNS = (None, TODAY + A_DAY, TODAY, HALF_A_YEAR_AGO)


def supporters(**chosen: tuple[object, ...]) -> Iterator[Supporter]:
    """Every supporter with one of the chosen values, or of the known ones, for each fact."""
    values = KNOWN | chosen
    for returned_on in RETURNS:
        for combination in product(*values.values()):
            yield replace(_NOBODY, returned_on=returned_on, **dict(zip(values, combination, strict=True)))


_NOBODY = Supporter(whereabouts=None, since=None, for_work=None, able=None)


def by_the_definition(facts: EligibilityFacts, policy: EligibilityPolicy) -> bool:
    """R001 once more, for facts all known."""
    levels_within = {"county": 3, "city": 4, "province": 5}[policy.away_from]

    def lasted(since: date | None) -> bool:
        return since is not None and since <= TODAY and months_later(since, policy.months_away) <= TODAY

    def back(child: Supporter) -> bool:
        home = child.returned_on is not None and child.returned_on <= TODAY
        return home and (bool(child.for_good) or lasted(child.returned_on))

    def beside(child: Supporter) -> bool:
        return child.whereabouts in list(Whereabouts)[:levels_within] or back(child)

    children = facts.supporters or ()
    away = [not beside(child) and bool(child.for_work) and lasted(child.since) for child in children]
    return (
        facts.born_on is not None
        and facts.born_on <= TODAY.replace(year=TODAY.year - policy.minimum_age)
        and facts.registered_here is True
        and facts.lives_in_countryside is True
        and any(away)
        and (all(away) or not policy.everyone_away)
        and not any(beside(child) and child.able for child in children)
    )


def verdict_by_the_definition(facts: EligibilityFacts, policy: EligibilityPolicy) -> Verdict:
    return Verdict.ADMITTED if by_the_definition(facts, policy) else Verdict.REJECTED


class TestOneSupporter:
    @pytest.mark.parametrize("policy", POLICIES)
    def test_all_known_is_decided_by_the_definition(self, policy: EligibilityPolicy) -> None:
        for child in supporters():
            facts = replace(SUFFICIENT, supporters=(child,))
            assert judge(facts, policy, TODAY).verdict is verdict_by_the_definition(facts, policy), child

    @pytest.mark.parametrize("name", KNOWN)
    def test_what_is_answered_with_one_more_fact_unknown_is_so_whatever_it_is(self, name: str) -> None:
        others = {other: (None, *values) for other, values in KNOWN.items() if other != name}
        for child in supporters(**{**others, name: (None,)}):
            before = _answers(child)
            for value in KNOWN[name]:
                after = _answers(replace(child, **{name: value}))
                for then, now in zip(before, after, strict=True):
                    assert then in (Answer.UNKNOWN, now), (child, value)


def _answers(child: Supporter) -> list[Answer]:
    return [each.answer for each in judge(replace(SUFFICIENT, supporters=(child,)), POLICIES[0], TODAY).answers]


class TestOwnFacts:
    def test_only_all_of_them_admit_and_only_a_known_no_rejects(self) -> None:
        away = replace(_NOBODY, whereabouts=Whereabouts.ELSEWHERE, since=HALF_A_YEAR_AGO, for_work=True, able=True)
        births = {True: date(1966, 3, 10), False: date(1966, 3, 11), None: None}
        for old, here, countryside in product((None, False, True), repeat=3):
            facts = EligibilityFacts(
                born_on=births[old], registered_here=here, lives_in_countryside=countryside, supporters=(away,)
            )
            answers = {old, here, countryside}
            verdict = Verdict.REJECTED if False in answers else Verdict.OPEN if None in answers else Verdict.ADMITTED
            assert judge(facts, POLICIES[0], TODAY).verdict is verdict, facts


BOOLS = st.booleans()
DAYS = st.integers(-5, 400).map(lambda ago: TODAY - timedelta(days=ago)) | st.just(HALF_A_YEAR_AGO)
AWAY = st.builds(
    Supporter,
    whereabouts=st.just(Whereabouts.ELSEWHERE),
    since=st.just(date(2020, 1, 1)),
    for_work=st.just(True),
    able=BOOLS,
)
ANYBODY = st.builds(
    Supporter,
    whereabouts=st.sampled_from(Whereabouts),
    since=DAYS,
    for_work=BOOLS,
    able=BOOLS,
    returned_on=st.none() | DAYS,
    for_good=BOOLS,
)
FAMILIES = st.lists(AWAY | ANYBODY, max_size=3).map(lambda each: replace(SUFFICIENT, supporters=tuple(each)))
SOME_POLICY = st.sampled_from(POLICIES)


@st.composite
def told_in_part(draw: st.DrawFn) -> tuple[EligibilityFacts, EligibilityFacts]:
    """A family, and the same with a few facts not known."""
    whole = draw(FAMILIES)
    children = list(whole.supporters or ())
    for at in draw(st.lists(st.sampled_from(range(len(children))), max_size=2)) if children else []:
        children[at] = replace(children[at], **{draw(st.sampled_from(sorted(KNOWN))): None})
    return whole, replace(whole, supporters=tuple(children))


class TestFamilies:
    @given(FAMILIES, SOME_POLICY)
    def test_all_known_are_decided_by_the_definition(self, facts: EligibilityFacts, policy: EligibilityPolicy) -> None:
        assert judge(facts, policy, TODAY).verdict is verdict_by_the_definition(facts, policy)

    @given(told_in_part(), SOME_POLICY)
    def test_told_in_part_are_answered_once_for_each_criterion_and_never_against_the_whole(
        self, facts: tuple[EligibilityFacts, EligibilityFacts], policy: EligibilityPolicy
    ) -> None:
        whole, part = (judge(each, policy, TODAY) for each in facts)
        assert [each.criterion for each in part.answers] == list(Criterion)
        for all_told, some_told in zip(whole.answers, part.answers, strict=True):
            assert some_told.answer in (Answer.UNKNOWN, all_told.answer)
        assert part.verdict in (Verdict.OPEN, whole.verdict)
