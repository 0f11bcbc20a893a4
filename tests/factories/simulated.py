"""A county lived through day by day by the product's own actions, beside the chronicle of it.

Processes die on the way: one that writes at its n-th look at the clock, in the middle of its transaction; a worker
between the steps of an entry. Whatever died is done again, as a phone or the next worker would.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.divisions.models import Division
from backend.elders import absences, boundaries, staying
from backend.elders.actions import NewElder, register
from backend.elders.rules import AbsenceReason, Gender, LeaveReason, PriorityTier
from backend.kit.clock import SHANGHAI, SetClock
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.kit.secrets import KeyRing
from backend.outbox import box
from backend.outbox.idempotency import KeyedWrite
from backend.policies.actions import set_policy
from backend.policies.rules import VisitCounting
from backend.visits import replanning
from backend.visits.actions import submit
from backend.visits.quality import NoteMarker
from backend.visits.rules import VisitMode
from backend.volunteers import actions as volunteers
from backend.volunteers.rules import RISK_NOTICE_VERSION
from tests.factories.chronicle import Chronicle, Life, Rule
from tests.factories.lived import Places
from tests.factories.village import LEADING_TO
from tests.factories.visits import ROUTE, a_report

MODES = (VisitMode.HOME, VisitMode.PHONE, VisitMode.VIDEO, VisitMode.GROUP)


class Died(Exception):
    """The process is gone."""


class MortalClock(SetClock):
    """Kills whoever looks at it once too often."""

    looks: int | None = None

    def now(self) -> datetime:
        if self.looks is not None:
            self.looks -= 1
            if self.looks < 0:
                self.looks = None
                raise Died
        return super().now()


@dataclass
class Visitor:
    """A volunteer: paired with some, ill on some days."""

    volunteer_id: UUID
    account_id: UUID
    ill: set[date] = field(default_factory=set)


@dataclass
class Year:
    """The county of a simulation. `deaths` counts the crashes that struck."""

    places: Places
    dice: Random
    book: Chronicle
    clock: MortalClock = field(default_factory=lambda: MortalClock(datetime(2025, 12, 20, 4, tzinfo=UTC)))
    ids: list[UUID] = field(default_factory=list)
    visitors: dict[int, list[Visitor]] = field(default_factory=dict)
    paired: dict[int, Visitor] = field(default_factory=dict)
    reported: set[tuple[UUID, datetime]] = field(default_factory=set)
    deaths: int = 0

    def __post_init__(self) -> None:
        self.kernel = Kernel(self.clock, KeyRing({"t": b"k" * 32}, "t", b"l" * 32))
        replan = replanning.on_elder_changed
        handlers = {
            "ElderRegistered": (replan,),
            "TierChanged": (replan,),
            "ElderCameBack": (replan,),
            "ElderLeft": (replan,),
            "ElderMoved": (replan,),
            "VillagesMerged": (volunteers.on_villages_merged, replanning.on_villages_merged),
            "VisitReported": (replan, NoteMarker(self.kernel).on_visit_reported),
        }
        self.handlers: dict[str, tuple[box.Handler, ...]] = dict(handlers)

    @property
    def today(self) -> date:
        return self.clock.now().astimezone(SHANGHAI).date()

    def go_to(self, day: date, hour: int = 12) -> None:
        at = datetime.combine(day, time(hour), SHANGHAI).astimezone(UTC)
        self.clock.advance(at - self.clock.now())

    def by(self, role: Role, division: Division) -> Viewer:
        return self.places.viewer(role, division, self.today)

    def doom(self) -> None:
        """The next action dies half way."""
        self.clock.looks = self.dice.randrange(1, 3)

    async def volunteers_come(self, village: int, many: int) -> None:
        committee = self.by(Role.COMMITTEE, self.places.villages[village])
        for number in range(many):
            mark = f"{village}-{number}".encode()
            account = await Account.create(
                name="张晓敏", created_at=self.clock.now(), phone_hash=mark, phone_verified_at=self.clock.now()
            )
            own = Viewer(account.id, uuid7(), "", None, None, None, (), self.today)
            village_id = self.places.villages[village].id
            made = await volunteers.apply(
                self.kernel, village_id=village_id, name="张晓敏", risk_notice=RISK_NOTICE_VERSION, by=own
            )
            await volunteers.approve(self.kernel, volunteer_id=made, by=committee)
            await volunteers.pass_training(self.kernel, volunteer_id=made, by=committee)
            self.visitors.setdefault(village, []).append(Visitor(made, account.id))

    async def enter(self, village: int, *, key: bool) -> None:
        place = self.places.villages[village]
        facts = LEADING_TO[PriorityTier.HIGH if key else PriorityTier.ROUTINE]
        elder = NewElder(
            name="李秀英", gender=Gender.FEMALE, born_on=date(1950, 5, 1), address="三组", living_alone=True, **facts
        )
        committee = self.by(Role.COMMITTEE, place)
        try:
            made = await register(self.kernel, village_id=place.id, elder=elder, by=committee)
        except Died:
            self.deaths += 1
            made = await register(self.kernel, village_id=place.id, elder=elder, by=committee)
        number = len(self.ids)
        self.ids.append(made)
        self.book.lives.append(Life(key))
        self.book.enter(number, village, self.today)
        visitor = self.dice.choice(self.visitors[village])
        await volunteers.pair(self.kernel, volunteer_id=visitor.volunteer_id, elder_id=made, by=committee)
        self.paired[number] = visitor

    async def leave(self, elder: int, village: int) -> None:
        given: dict[str, Any] = {"elder_id": self.ids[elder], "reason": LeaveReason.DIED, "on": self.today}
        committee = self.by(Role.COMMITTEE, self.places.villages[village])
        try:
            await staying.leave(self.kernel, **given, by=committee)
        except Died:
            self.deaths += 1
            await staying.leave(self.kernel, **given, by=committee)
        self.book.leave(elder, self.today)

    async def come_back(self, elder: int, village: int) -> None:
        committee = self.by(Role.COMMITTEE, self.places.villages[village])
        await staying.come_back(self.kernel, elder_id=self.ids[elder], on=self.today, by=committee)
        self.book.enter(elder, village, self.today)

    async def move(self, elder: int, village: int) -> None:
        township = self.by(Role.TOWNSHIP, self.places.county)
        place = self.places.villages[village]
        await staying.move(self.kernel, elder_id=self.ids[elder], village_id=place.id, on=self.today, by=township)
        self.book.move(elder, village, self.today)

    async def merge(self, village: int, into: int) -> None:
        await boundaries.merge_villages(
            self.kernel,
            village_id=self.places.villages[village].id,
            into_id=self.places.villages[into].id,
            on=self.today,
            by=self.by(Role.COUNTY, self.places.county),
        )
        self.book.merge(village, into, self.today)
        self.visitors.setdefault(into, []).extend(self.visitors.pop(village))
        # The volunteers go over when the worker has heard of it: before, nobody new is paired with them.
        await self.work()

    async def go_away(self, elder: int, village: int, reason: str, days: int | None) -> None:
        """From some days ago, for so many days or for now."""
        starts_on = max(self.today - timedelta(days=self.dice.randrange(5)), self.book.lives[elder].spans[-1][0])
        ends_on = min(starts_on + timedelta(days=days), self.today) if days else None
        if ends_on == starts_on:
            return
        await absences.tell_absence(
            self.kernel,
            elder_id=self.ids[elder],
            reason=AbsenceReason(reason),
            starts_on=starts_on,
            ends_on=ends_on,
            by=self.by(Role.COMMITTEE, self.places.villages[village]),
        )
        self.book.lives[elder].absences.append((starts_on, ends_on, reason))

    async def come_home(self, elder: int, village: int) -> None:
        committee = self.by(Role.COMMITTEE, self.places.villages[village])
        begun, _, reason = self.book.lives[elder].absences.pop()
        await absences.end_absence(self.kernel, elder_id=self.ids[elder], ends_on=self.today, by=committee)
        self.book.lives[elder].absences.append((begun, self.today, reason))

    async def rule(self, rule: Rule) -> None:
        value = VisitCounting(
            came_by=rule.came_by,
            left_from=rule.left_from,
            hospital_days=rule.hospital_days,
            away_days=rule.away_days,
            phone=rule.phone,
            key_people_in_person=rule.key_in_person,
        )
        place = self.places.county if rule.township is None else self.places.townships[rule.township]
        county = self.by(Role.COUNTY, self.places.county)
        await set_policy(self.kernel, division_id=place.id, value=value, starts_on=rule.since, by=county)
        self.book.rules.append(rule)

    async def visit(self, elder: int, village: int, at: datetime, mode: VisitMode) -> None:
        """The volunteer goes, or the committee when the volunteer is ill; what a dying phone sent is sent again."""
        visitor, elder_id = self.paired[elder], self.ids[elder]
        by = self.by(Role.COMMITTEE, self.places.villages[village])
        if self.today not in visitor.ill:
            by = Viewer(visitor.account_id, uuid7(), "", Role.VOLUNTEER, uuid7(), None, (elder_id,), self.today)
        if (elder_id, at) in self.reported:
            return
        report = a_report(elder_id, mode=mode, visited_at=at, note="老人说一切都好，让孩子们放心")
        write = KeyedWrite(by.account_id, ROUTE, uuid7(), b"body")
        try:
            made = await submit(self.kernel, report=report, write=write, by=by)
        except Died:
            self.deaths += 1
            made = await submit(self.kernel, report=report, write=write, by=by)
        if self.dice.random() < 0.02:
            assert await submit(self.kernel, report=report, write=write, by=by) == made
        self.reported.add((elder_id, at))
        self.book.lives[elder].visits.append((at.astimezone(SHANGHAI).date(), str(mode)))

    async def work(self, *, dies: bool = False) -> None:
        """The worker's day: all that waits is handled; one that dies has handled some and settled none."""
        if dies:
            for entry in await box.claim(self.clock.now(), limit=20):
                for handle in self.handlers.get(entry.topic, ()):
                    await handle(entry)
            self.deaths += 1
            self.clock.advance(box.LEASE + timedelta(seconds=1))
        while await box.drain(self.kernel, self.handlers):
            pass
