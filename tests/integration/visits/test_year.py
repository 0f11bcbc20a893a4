"""A county for a year: every elder due is planned or listed with a reason, no visit is lost or counted twice, and every
rate is what a recount of the simulator's own list of events comes to (R055, R057)."""

from calendar import monthrange
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

import msgspec
import pytest

from backend.accounts.roles import Role
from backend.db import fetch
from backend.kit.clock import SHANGHAI
from backend.outbox.models import OutboxEntry
from backend.statistics.counting import Period, Standing
from backend.statistics.visiting import standings, visits_as_of
from backend.visits.models import VisitDue, VisitReport
from backend.visits.rules import VisitMode
from tests.factories.chronicle import Chronicle, Rule
from tests.factories.lived import plant_places
from tests.factories.simulated import MODES, Year

YEAR = 2026
TOWNSHIPS, VILLAGES, VOLUNTEERS = 2, 8, 6
MERGERS = {date(YEAR, 4, 15): (7, 5), date(YEAR, 9, 1): (6, 4)}
RULES = {
    date(YEAR, 5, 11): Rule(date(YEAR, 5, 11), came_by=10, left_from=20, hospital_days=7, away_days=10, phone=False),
    date(YEAR, 8, 20): Rule(date(YEAR, 9, 1), township=1, came_by=31, left_from=1, key_in_person=True),
}


def month(number: int) -> tuple[date, date]:
    return date(YEAR, number, 1), date(YEAR, number, monthrange(YEAR, number)[1])


class Simulation:
    """Chance decides, by a seed."""

    def __init__(self, year: Year) -> None:
        self.year, self.dice, self.book = year, year.dice, year.book
        self.days: dict[date, list[int]] = {}
        self.late: dict[date, list[tuple[int, datetime, VisitMode]]] = {}

    def village(self, elder: int) -> int | None:
        """Where the elder stands today; None for who is off the register."""
        spans = self.book.lives[elder].spans
        return spans[-1][2] if spans and spans[-1][1] is None else None

    def plan(self, first: date, last: date) -> None:
        """A day for two of five elders, some have two; enough for every part of the rates, and many who are missed."""
        self.days = {}
        for elder in range(len(self.book.lives)):
            for _ in range(self.dice.choices((0, 1, 2), (66, 30, 4))[0]):
                day = first + timedelta(days=self.dice.randrange((last - first).days + 1))
                self.days.setdefault(day, []).append(elder)

    async def live(self, day: date) -> None:
        year = self.year
        if day in MERGERS:
            year.go_to(day, 8)
            await year.work()
            await year.merge(*MERGERS[day])
        year.go_to(day)
        if day in RULES:
            await year.rule(RULES[day])
        if day.day in (9, 22):
            year.doom()
        await self.change(day)
        await self.see(day)
        for elder, at, mode in self.late.pop(day, []):
            village = self.village(elder)
            if village is not None:
                await year.visit(elder, village, at, mode)
        # The worker's clock jumps: two hours ahead on one day, back on the next.
        year.clock.advance(timedelta(hours=2 if day.day % 2 else -2))
        await year.work(dies=day.day == 14)
        year.go_to(day, 20)
        await year.work()

    async def change(self, day: date) -> None:
        year, dice = self.year, self.dice
        standing = [each for each in range(VILLAGES) if each not in self.book.merged]
        for _ in range(max(1, len(year.ids) // 1000)):
            await year.enter(dice.choice(standing), key=dice.random() < 0.15)
        for _ in range(max(1, len(year.ids) // 300)):
            elder = dice.randrange(len(year.ids))
            village, life = self.village(elder), self.book.lives[elder]
            if village is None:
                if life.spans and life.spans[-1][1] != day and dice.random() < 0.3:
                    await year.come_back(elder, self.heir(life.spans[-1][2]))
            elif dice.random() < 0.3:
                await year.leave(elder, village)
            elif dice.random() < 0.3:
                await year.move(elder, dice.choice([each for each in standing if each != village]))
            elif life.absences and life.absences[-1][1] is None:
                if life.absences[-1][0] < day:
                    await year.come_home(elder, village)
            elif not life.absences or (life.absences[-1][1] or day) < day - timedelta(days=6):
                reason = dice.choice(("hospital", "away", "with_child"))
                await year.go_away(elder, village, reason, dice.choice((None, None, 3)))
        visitor = dice.choice([each for some in year.visitors.values() for each in some])
        visitor.ill |= {day + timedelta(days=number) for number in range(dice.randrange(20))}

    def heir(self, village: int) -> int:
        while village in self.book.merged:
            village = self.book.merged[village][0]
        return village

    async def see(self, day: date) -> None:
        """At every hour, the first and last minute of the day in China included; one in twelve is entered days late."""
        for elder in self.days.get(day, []):
            village = self.village(elder)
            if village is None or self.book.lives[elder].away(day):
                continue
            clock = self.dice.choice((time(0, 0), time(9, 30), time(11, 0), time(11, 59)))
            at = datetime.combine(day, clock, SHANGHAI).astimezone(UTC)
            mode = self.dice.choices(MODES, (5, 3, 1, 1))[0]
            if self.dice.random() < 0.08:
                at = datetime.combine(day, time(23, 59), SHANGHAI).astimezone(UTC)
                self.late.setdefault(day + timedelta(days=self.dice.randrange(1, 12)), []).append((elder, at, mode))
                continue
            await self.year.visit(elder, village, at, mode)
            if self.dice.random() < 0.05 and mode is VisitMode.HOME:
                await self.year.visit(elder, village, at + timedelta(seconds=1), mode)

    async def assert_true(self, months: list[tuple[date, date]], period: Period) -> None:
        """The rates of every village are the recount's."""
        scope = self.year.by(Role.COUNTY, self.year.places.county).scope
        numbers = {place.id: number for number, place in enumerate(self.year.places.villages)}
        told: dict[int, Counter[str]] = {}
        for row in await visits_as_of(scope, months[-1][1], period=period):
            if row.place.id in numbers:
                told[numbers[row.place.id]] = Counter(msgspec.structs.asdict(row.counts))
        recount = self.book.recount(months)
        assert {place: +counts for place, counts in told.items() if +counts} == {
            place: +counts for place, counts in recount.items()
        }, months

    async def assert_everybody_is_planned_or_listed(self, first: date, last: date) -> None:
        due = set(await VisitDue.all().values_list("elder_id", flat=True))
        planned = {elder for elder, life in enumerate(self.book.lives) if life.here(last)}
        assert {self.year.ids[elder] for elder in planned} <= due
        listed = await self.listed(last, frozenset(Standing) - {Standing.VISITED})
        expected: dict[UUID, str] = {}
        for elder, life in enumerate(self.book.lives):
            village = self.book.village_of(life, first, last)
            if village is None:
                continue
            stood = self.book.standing(life, self.book.rule(village, first), first, last)
            if stood != "visited" and stood is not None:
                expected[self.year.ids[elder]] = stood
        assert listed == expected

    async def listed(self, day: date, wanted: frozenset[Standing]) -> dict[UUID, str]:
        """All pages of both townships."""
        found: list[tuple[UUID, str]] = []
        for township in self.year.places.townships:
            cursor: str | None = None
            while True:
                scope = self.year.by(Role.TOWNSHIP, township).scope
                page = await standings(scope, day, wanted=wanted, cursor=cursor, limit=50)
                found += [(row.elder_id, str(row.standing)) for row in page.rows]
                cursor = page.next_cursor
                if cursor is None:
                    break
        assert len(found) == len(dict(found)), "an elder is listed twice"
        return dict(found)

    async def assert_no_visit_is_lost_or_doubled(self) -> None:
        stored = await fetch(_Stored, "SELECT elder_id, visited_at FROM visit_reports")
        assert len(stored) == len(self.year.reported) == sum(len(life.visits) for life in self.book.lives)
        assert {(row.elder_id, row.visited_at) for row in stored} == self.year.reported


class _Stored(msgspec.Struct, frozen=True):
    elder_id: UUID
    visited_at: datetime


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.parametrize("engine", ["sqlite"])
async def test_a_year_of_visits_is_what_was_lived(database: str, soak: bool) -> None:
    people = 20_000 if soak else 1_000
    places = await plant_places(townships=TOWNSHIPS, villages=VILLAGES)
    year = Year(places, Random(5), Chronicle([number % TOWNSHIPS for number in range(VILLAGES)]))
    simulation = Simulation(year)
    for village in range(VILLAGES):
        await year.volunteers_come(village, VOLUNTEERS)
    for number in range(people):
        await year.enter(number % VILLAGES, key=number % 7 == 0)
    await year.work()
    for number in range(1, 13):
        first, last = month(number)
        simulation.plan(first, last)
        for day in range((last - first).days + 1):
            await simulation.live(first + timedelta(days=day))
        await simulation.assert_true([(first, last)], Period.MONTH)
        await simulation.assert_everybody_is_planned_or_listed(first, last)
        if number % 3 == 0:
            await simulation.assert_true([month(each) for each in range(number - 2, number + 1)], Period.QUARTER)
    # What was entered late belongs to the month it happened in.
    for number in range(1, 13):
        await simulation.assert_true([month(number)], Period.MONTH)
    await simulation.assert_no_visit_is_lost_or_doubled()
    assert not await OutboxEntry.filter(done_at=None).exists()
    assert year.deaths >= 24
    assert await VisitReport.filter(late=True).exists()
