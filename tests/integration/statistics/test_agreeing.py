"""The register by agreement, as of any day, against a plain recount over random lives."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.accounts.roles import Role
from backend.agreements.models import Agreement, AgreementSpan, Wish
from backend.agreements.rules import AgreementKind, AgreementState, Reason
from backend.db import execute, on_postgres
from backend.divisions.errors import DivisionNotFound
from backend.divisions.scope import LevelTooLow, Scope
from backend.elders.eligibility import Whereabouts as Area
from backend.elders.models import AbilityAssessment, Stay
from backend.elders.rules import AbilityLevel
from backend.families.models import FamilyMember, Whereabouts
from backend.families.rules import Duty
from backend.kit.clock import shanghai_midnight
from backend.kit.ids import uuid7
from backend.profiles.models import ProfilePart
from backend.profiles.rules import Part as ProfileSection
from backend.statistics.agreeing import agreements_as_of, care_as_of, unattended
from backend.statistics.errors import DayNotCounted
from backend.statistics.queries import figures
from backend.statistics.rules import AgreementParts, CareParts
from tests.factories.village import World

FIRST, TODAY = date(2025, 6, 1), date(2026, 3, 10)
_S = AgreementState
FOLLOWS: dict[AgreementState, tuple[AgreementState, ...]] = {
    _S.DRAFT: (*[_S.SIGNED] * 5, _S.WITHDRAWN, _S.DECLINED, _S.ELDER_DECLINED),
    _S.SIGNED: (*[_S.CONSENTED] * 4, _S.DRAFT, _S.ELDER_DECLINED),
    _S.CONSENTED: (*[_S.HANDED_IN] * 4, _S.WITHDRAWN),
    _S.HANDED_IN: (*[_S.FILED] * 4, _S.RETURNED),
    _S.RETURNED: (_S.DRAFT, _S.WITHDRAWN),
    _S.FILED: (_S.SUSPENDED, _S.SUSPENDED, _S.ENDED, _S.SUPERSEDED),
    _S.SUSPENDED: (_S.FILED, _S.ENDED),
    _S.ELDER_DECLINED: (_S.DRAFT, _S.WITHDRAWN),
}
REASONS = {
    _S.SUSPENDED: (Reason.CHILD_HOME_A_WHILE, Reason.HOSPITAL, Reason.CAPACITY),
    _S.ENDED: (Reason.TERM, Reason.CHILD_HOME, Reason.SUPPORTER),
}
UNDER_WAY = (_S.DRAFT, _S.SIGNED, _S.CONSENTED, _S.HANDED_IN, _S.RETURNED)


class Span(msgspec.Struct, frozen=True):
    state: AgreementState
    reason: Reason | None
    begins: datetime
    ends: datetime | None


class Paper(msgspec.Struct):
    starts_on: date
    ends_on: date
    spans: list[Span]

    def at(self, moment: datetime) -> Span | None:
        """What it was just before `moment`."""
        return next((s for s in self.spans if s.begins < moment and (s.ends is None or s.ends >= moment)), None)


class Life(msgspec.Struct):
    """One elder's, as the test knows it."""

    stay: tuple[date, date | None]
    papers: list[Paper]
    wishes: list[tuple[datetime, bool]]
    child_home_since: datetime | None

    def part(self, day: date) -> str | None:
        """By living through it; None off the register."""
        came, left = self.stay
        if day < came or (left is not None and day >= left):
            return None
        moment = shanghai_midnight(day + timedelta(days=1))
        now = [(paper, span) for paper in self.papers if (span := paper.at(moment)) is not None]
        if any(self._binds(paper, span, day, now) for paper, span in now):
            return "in_force"
        last = [willing for at, willing in self.wishes if at < moment]
        telling = self._telling(day, now)
        state, reason, paper = (telling[1].state, telling[1].reason, telling[0]) if telling else (None, None, None)
        if state is _S.ELDER_DECLINED or (last and not last[-1]):
            return "elder_declined"
        if state in (_S.SUSPENDED, _S.ENDED) and reason in (Reason.CHILD_HOME, Reason.CHILD_HOME_A_WHILE):
            return "child_returned"
        if paper is not None and state in (_S.FILED, _S.SUSPENDED):
            if paper.ends_on < day:
                return "expired"
            return "suspended" if state is _S.SUSPENDED else "not_begun"
        if state in UNDER_WAY:
            return state.value
        if self.child_home_since is not None and self.child_home_since < moment:
            return "child_returned"
        return "expired" if state is _S.ENDED and reason is Reason.TERM else "nothing"

    @staticmethod
    def _binds(paper: Paper, span: Span, day: date, now: list[tuple[Paper, Span]]) -> bool:
        if not paper.starts_on <= day <= paper.ends_on:
            return False
        waits = any(other.state is _S.FILED and newer.starts_on > day for newer, other in now)
        return span.state is _S.FILED or (span.state is _S.SUPERSEDED and waits)

    @staticmethod
    def _telling(day: date, now: list[tuple[Paper, Span]]) -> tuple[Paper, Span] | None:
        def alive(found: tuple[Paper, Span]) -> tuple[int, datetime]:
            paper, span = found
            if span.state in (_S.FILED, _S.SUSPENDED) and paper.ends_on >= day:
                return 2, span.begins
            return int(span.state in UNDER_WAY), span.begins

        return max(now, key=alive, default=None)


def a_moment(random: Random, after: datetime) -> datetime:
    return after + timedelta(days=random.randint(0, 25), seconds=random.randint(1, 86_000))


def a_life(random: Random) -> Life:
    came = FIRST + timedelta(days=random.randint(0, 120))
    left = came + timedelta(days=random.randint(1, 300)) if random.random() < 0.3 else None
    papers, moment = [], shanghai_midnight(FIRST)
    for _ in range(random.randint(0, 3)):
        spans, state = [], _S.DRAFT
        starts_on = FIRST + timedelta(days=random.randint(0, 250))
        moment = a_moment(random, moment)
        while True:
            reason = random.choice(REASONS[state]) if state in REASONS else None
            ends = a_moment(random, moment) if state in FOLLOWS and random.random() < 0.85 else None
            spans.append(Span(state, reason, moment, ends))
            if ends is None:
                break
            moment, state = ends, random.choice(FOLLOWS[state])
        papers.append(Paper(starts_on, starts_on + timedelta(days=random.choice((40, 150, 400))), spans))
    wishes, at = [], shanghai_midnight(FIRST)
    for _ in range(random.randint(0, 3)):
        at = a_moment(random, at)
        wishes.append((at, random.random() < 0.7))
    home = a_moment(random, shanghai_midnight(came)) if random.random() < 0.2 else None
    return Life((came, left if left is None or left <= TODAY else None), papers, wishes, home)


async def write_down(world: World, village: UUID, life: Life) -> UUID:
    elder_id = await world.elder()
    came, left = life.stay
    await Stay.filter(elder_id=elder_id).update(village_id=village, starts_on=came, ends_on=left)
    for paper in life.papers:
        agreement_id = await a_paper(elder_id, village, paper)
        for span in paper.spans:
            await a_span(agreement_id, elder_id, span)
    for at, willing in life.wishes:
        await Wish.create(elder_id=elder_id, willing=willing, words=b"", asked_by=uuid7(), asked_at=at, received_at=at)
    if life.child_home_since is not None:
        await a_child_home(elder_id, life.child_home_since)
    return elder_id


async def a_paper(elder_id: UUID, village: UUID, paper: Paper, kind: AgreementKind = AgreementKind.CARE) -> UUID:
    # What it is today says nothing of the days before: the history alone counts.
    made = await Agreement.create(
        elder_id=elder_id,
        village_id=village,
        wish_id=uuid7(),
        kind=kind,
        state=_S.WITHDRAWN,
        template="care/2",
        text=b"",
        text_hash="",
        starts_on=paper.starts_on,
        ends_on=paper.ends_on,
        drafted_by=uuid7(),
        drafted_at=shanghai_midnight(FIRST),
    )
    return made.id


async def a_span(agreement_id: UUID, elder_id: UUID, span: Span, kind: AgreementKind = AgreementKind.CARE) -> None:
    about: dict[str, Any] = {"agreement_id": agreement_id, "elder_id": elder_id, "kind": kind}
    await AgreementSpan.create(**about, state=span.state, reason=span.reason, starts_at=span.begins, ends_at=span.ends)


async def a_child_home(elder_id: UUID, told_at: datetime, area: Area = Area.VILLAGE) -> None:
    child = await FamilyMember.create(
        elder_id=elder_id,
        duty=Duty.SUPPORTER,
        name="王建国",
        relation="儿子",
        phone=b"",
        phone_hash=uuid7().bytes,
        named_at=shanghai_midnight(FIRST),
    )
    about: dict[str, Any] = {"family_member_id": child.id, "told_by": uuid7()}
    await Whereabouts.create(**about, area=Area.ELSEWHERE, told_at=shanghai_midnight(FIRST))
    await Whereabouts.create(**about, area=area, told_at=told_at)


@pytest.fixture(autouse=True)
async def references_aside(world: World) -> None:
    """What is written down here stands alone, without all the people whose ids it carries."""
    if on_postgres():
        for table in ("agreements", "wishes", "whereabouts", "family_members", "assessments", "profile_parts"):
            await execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")


@pytest.fixture
async def county(world: World) -> Scope:
    return (await world.person(Role.COUNTY, division=world.county)).viewer.scope


class TestParts:
    async def test_are_a_plain_recounts_on_any_day_and_add_up_to_the_register(
        self, world: World, county: Scope
    ) -> None:
        random = Random(20260310)
        lives: list[tuple[UUID, Life]] = []
        for _ in range(120):
            village, life = random.choice((world.village.id, world.neighbour.id)), a_life(random)
            await write_down(world, village, life)
            lives.append((village, life))
        seen: Counter[str] = Counter()
        for days in (0, 30, 60, 90, 120, 150, 180, 210, 240, 270, (TODAY - FIRST).days):
            day = FIRST + timedelta(days=days)
            rows = {row.place.id: row.counts for row in await agreements_as_of(county, day)}
            for village in (world.village.id, world.neighbour.id):
                parts = Counter(part for where, life in lives if where == village and (part := life.part(day)))
                assert rows[village] == AgreementParts(**parts), day
                assert rows[village].on_register == sum(parts.values())
                seen += parts
            assert rows[world.county.id] == rows[world.village.id] + rows[world.neighbour.id]
        # Every part came up; were one never, nothing would be said of it.
        assert set(seen) == set(AgreementParts.__struct_fields__)

    async def test_past_months_stay_as_they_were_once_an_agreement_ends(self, world: World, county: Scope) -> None:
        filed, ended = shanghai_midnight(date(2026, 1, 10)), shanghai_midnight(date(2026, 3, 5))
        spans = [Span(_S.FILED, None, filed, ended), Span(_S.ENDED, Reason.SUPPORTER, ended, None)]
        life = Life((FIRST, None), [Paper(date(2026, 1, 1), date(2027, 1, 1), spans)], [], None)
        await write_down(world, world.village.id, life)
        for month, agreements in ((date(2026, 2, 1), 1), (date(2026, 3, 1), 0)):
            assert (await figures(county, month)).rows[0].figures.agreements == agreements

    async def test_one_replaced_counts_until_the_new_term_begins(self, world: World, county: Scope) -> None:
        filed, replaced = shanghai_midnight(date(2025, 6, 2)), shanghai_midnight(date(2026, 3, 1))
        old = [Span(_S.FILED, None, filed, replaced), Span(_S.SUPERSEDED, Reason.NEWER_AGREEMENT, replaced, None)]
        new = [Span(_S.FILED, None, replaced, None)]
        papers = [Paper(FIRST, date(2026, 5, 31), old), Paper(date(2026, 3, 20), date(2027, 3, 19), new)]
        await write_down(world, world.village.id, Life((FIRST, None), papers, [], None))
        assert (await agreements_as_of(county, TODAY))[0].counts == AgreementParts(in_force=1)
        assert (await figures(county, TODAY)).rows[0].figures.agreements == 1

    async def test_support_among_children_is_no_care(self, world: World, county: Scope) -> None:
        elder_id = await write_down(world, world.village.id, Life((FIRST, None), [], [], None))
        paper = Paper(FIRST, date(2027, 1, 1), [])
        agreement_id = await a_paper(elder_id, world.village.id, paper, AgreementKind.SUPPORT)
        span = Span(_S.FILED, None, shanghai_midnight(FIRST), None)
        await a_span(agreement_id, elder_id, span, AgreementKind.SUPPORT)
        assert (await agreements_as_of(county, TODAY))[0].counts == AgreementParts(nothing=1)

    @pytest.mark.parametrize("day", [date(2026, 3, 11), date(2019, 12, 31)])
    async def test_of_a_day_nobody_can_count_are_refused(self, county: Scope, day: date) -> None:
        with pytest.raises(DayNotCounted):
            await agreements_as_of(county, day)

    async def test_end_at_ones_own_places(self, world: World) -> None:
        own = (await world.person(Role.COMMITTEE, division=world.village)).viewer.scope
        assert [row.place.name for row in await agreements_as_of(own, TODAY)] == ["上坪村"]
        with pytest.raises(DivisionNotFound):
            await agreements_as_of(own, TODAY, division_id=world.neighbour.id)
        tied = (await world.person(Role.VOLUNTEER, elders=(await world.elder(),))).viewer.scope
        assert await agreements_as_of(tied, TODAY) == ()


async def dependent(world: World, *, level: AbilityLevel = AbilityLevel.SEVERE, on: date = FIRST) -> UUID:
    elder_id = await write_down(world, world.village.id, Life((FIRST, None), [], [], None))
    await AbilityAssessment.create(
        elder_id=elder_id,
        assessed_on=on,
        level=level,
        answers=b"",
        recorded_by=uuid7(),
        recorded_at=shanghai_midnight(on),
    )
    return elder_id


class TestCare:
    async def test_counts_each_once_by_the_first_that_answers(self, world: World, county: Scope) -> None:
        agreed, child, guarded, nobody = [await dependent(world) for _ in range(4)]
        able = await dependent(world, level=AbilityLevel.MODERATE)
        paper = Paper(FIRST, date(2027, 1, 1), [])
        await a_span(
            await a_paper(agreed, world.village.id, paper), agreed, Span(_S.FILED, None, shanghai_midnight(FIRST), None)
        )
        for elder_id in (agreed, child):
            await a_child_home(elder_id, shanghai_midnight(FIRST))
        await a_child_home(nobody, shanghai_midnight(FIRST), Area.COUNTY)
        await ProfilePart.create(
            elder_id=guarded,
            part=ProfileSection.GUARDIAN,
            text=b"",
            observed_on=FIRST,
            recorded_by=uuid7(),
            recorded_at=shanghai_midnight(FIRST),
        )
        expected = CareParts(agreement=1, child=1, guardian=1, nobody=1)
        assert (await care_as_of(county, TODAY))[0].counts == expected
        committee = (await world.person(Role.COMMITTEE, division=world.village)).viewer.scope
        assert [row.elder_id for row in (await unattended(committee)).rows] == [nobody]
        assert able != nobody

    async def test_is_of_the_day(self, world: World, county: Scope) -> None:
        await dependent(world, on=date(2026, 2, 1))
        assert [(await care_as_of(county, day))[0].counts.dependent for day in (date(2026, 1, 31), TODAY)] == [0, 1]

    async def test_lists_nobody_to_those_who_only_count_or_look_elsewhere(self, world: World, county: Scope) -> None:
        await dependent(world)
        with pytest.raises(LevelTooLow):
            await unattended(county)
        there = (await world.person(Role.COMMITTEE, division=world.neighbour)).viewer.scope
        assert (await unattended(there)).rows == ()

    async def test_is_listed_in_pages(self, world: World) -> None:
        waiting = sorted([await dependent(world) for _ in range(3)])
        committee = (await world.person(Role.COMMITTEE, division=world.village)).viewer.scope
        first = await unattended(committee, limit=2)
        rest = await unattended(committee, limit=2, cursor=first.next_cursor)
        assert [row.elder_id for row in (*first.rows, *rest.rows)] == waiting
        assert rest.next_cursor is None
