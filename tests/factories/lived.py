"""A random history put into the database: row by row through the models, or step by step by the product's actions."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.divisions import actions as tree
from backend.divisions.actions import place
from backend.divisions.models import Division, DivisionLevel
from backend.elders import boundaries, staying
from backend.elders.models import Elder, Stay, TierSpan
from backend.elders.rules import AbilityLevel, EntryReason, Gender, LeaveReason, PriorityTier, TierCause
from backend.elders.tiers import DisabilityGrade
from backend.kit.clock import SetClock
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.kit.secrets import KeyRing
from tests.factories.history import Event
from tests.factories.village import LONG_AGO

# Facts by which one of 75 has the tier.
FACTS: dict[str, dict[str, object]] = {
    "high": {"ability_level": AbilityLevel.SEVERE},
    "medium": {"ability_level": AbilityLevel.MODERATE},
    "routine": {"ability_level": AbilityLevel.MILD, "disability": DisabilityGrade.NONE, "dementia": False},
    "unclassified": {"ability_level": AbilityLevel.UNKNOWN},
}


@dataclass
class Places:
    """A county whose divisions are named as the history counts them."""

    county: Division
    townships: list[Division]
    villages: list[Division]
    clerk: UUID = field(default_factory=uuid7)

    def viewer(self, role: Role, division: Division, today: date) -> Viewer:
        return Viewer(
            account_id=self.clerk,
            session_id=uuid7(),
            name="",
            role=role,
            membership_id=uuid7(),
            division_id=division.id,
            elders=(),
            today=today,
        )


async def plant_places(*, townships: int, villages: int) -> Places:
    """In the open database."""
    since = LONG_AGO
    county = await place(code="530000000000", name="county", level=DivisionLevel.COUNTY, parent=None, starts_on=since)
    planted = Places(county, [], [])
    await Account.create(id=planted.clerk, name="clerk", created_at=noon(since))
    for number in range(townships):
        code, level = f"5300001{number:02}000", DivisionLevel.TOWNSHIP
        made = await place(code=code, name=f"township {number}", level=level, parent=county, starts_on=since)
        planted.townships.append(made)
    for number in range(villages):
        parent = planted.townships[number % townships]
        code, level = f"{parent.code[:9]}{number + 200}", DivisionLevel.VILLAGE
        made = await place(code=code, name=f"village {number}", level=level, parent=parent, starts_on=since)
        planted.villages.append(made)
    return planted


def noon(day: date) -> datetime:
    """In China it is eight in the evening."""
    return datetime.combine(day, time(12), UTC)


def _elder(elder_id: UUID, village_id: UUID, day: date, tier: str) -> Elder:
    facts: dict[str, Any] = FACTS[tier]
    return Elder(
        id=elder_id,
        village_id=village_id,
        name="李秀英",
        gender=Gender.FEMALE,
        born_on=date(1950, 5, 1),
        address="三组",
        living_alone=True,
        tier=PriorityTier(tier),
        registered_at=noon(day),
        **facts,
    )


def _span(elder_id: UUID, tier: str, day: date) -> TierSpan:
    return TierSpan(
        elder_id=elder_id,
        tier=PriorityTier(tier),
        reasons="[]",
        missing="[]",
        cause=TierCause.FACTS_CHANGED,
        starts_on=day,
        recorded_at=noon(day),
    )


@dataclass
class Rows:
    """Gathers the rows of all events, as they stand in the end, and writes them at once."""

    places: Places
    elders: list[Elder] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    spans: list[TierSpan] = field(default_factory=list)
    staying: dict[int, Stay] = field(default_factory=dict)
    classed: dict[int, TierSpan] = field(default_factory=dict)

    async def write(self, events: list[Event]) -> None:
        for event in events:
            await self._note(event)
        await Elder.bulk_create(self.elders, batch_size=1000)
        await Stay.bulk_create(self.stays, batch_size=1000)
        await TierSpan.bulk_create(self.spans, batch_size=1000)

    async def _note(self, event: Event) -> None:
        villages = self.places.villages
        if event.kind == "under":
            village = await Division.get(id=villages[event.village].id)
            await tree.move_under(village, self.places.townships[event.place], on=event.day)
        elif event.kind in ("merge", "retire"):
            village = await Division.get(id=villages[event.village].id)
            into = villages[event.place] if event.kind == "merge" else None
            await tree.retire(village, on=event.day, successor=into)
            self._merge(event)
        elif event.kind in ("enter", "back"):
            if event.kind == "enter":
                self.elders.append(_elder(uuid7(), villages[event.village].id, event.day, event.word))
            self._begin(event.elder, event.village, event.day, EntryReason.FOUND)
            self._class(event)
        elif event.kind == "leave":
            self._end(event.elder, event.day, LeaveReason(event.word))
            self.classed.pop(event.elder).ends_on = event.day
        elif event.kind == "move":
            self._end(event.elder, event.day, LeaveReason.MOVED_WITHIN)
            self._begin(event.elder, event.place, event.day, EntryReason.MOVED_IN)
        else:
            self.classed.pop(event.elder).ends_on = event.day
            self._class(event)

    def _merge(self, event: Event) -> None:
        old = self.places.villages[event.village].id
        for elder in [each for each, stay in self.staying.items() if stay.village_id == old]:
            self._end(elder, event.day, LeaveReason.VILLAGE_MERGED)
            self._begin(elder, event.place, event.day, EntryReason.VILLAGE_MERGED)

    def _begin(self, elder: int, village: int, day: date, reason: EntryReason) -> None:
        made = Stay(
            elder_id=self.elders[elder].id,
            village_id=self.places.villages[village].id,
            starts_on=day,
            entered=reason,
            recorded_at=noon(day),
        )
        self.staying[elder] = made
        self.stays.append(made)

    def _end(self, elder: int, day: date, reason: LeaveReason) -> None:
        ended = self.staying.pop(elder)
        ended.ends_on, ended.left = day, reason

    def _class(self, event: Event) -> None:
        self.classed[event.elder] = _span(self.elders[event.elder].id, event.word, event.day)
        self.spans.append(self.classed[event.elder])


@dataclass
class Acted:
    """Does every event on its day by the product's own action."""

    places: Places
    elders: list[UUID] = field(default_factory=list)
    clock: SetClock = field(default_factory=lambda: SetClock(noon(LONG_AGO)))

    @property
    def kernel(self) -> Kernel:
        return Kernel(self.clock, KeyRing({"t": b"k" * 32}, "t", b"l" * 32))

    async def act(self, event: Event) -> None:
        """On the evening of its day."""
        self.clock.advance(noon(event.day) - self.clock.now())
        villages, townships = self.places.villages, self.places.townships
        county = self.places.viewer(Role.COUNTY, self.places.county, event.day)
        if event.kind == "under":
            village_id, parent_id = villages[event.village].id, townships[event.place].id
            await boundaries.move_under(
                self.kernel, division_id=village_id, parent_id=parent_id, on=event.day, by=county
            )
        elif event.kind == "retire":
            await boundaries.retire(self.kernel, division_id=villages[event.village].id, on=event.day, by=county)
        elif event.kind == "merge":
            village_id, into_id = villages[event.village].id, villages[event.place].id
            await boundaries.merge_villages(
                self.kernel, village_id=village_id, into_id=into_id, on=event.day, by=county
            )
        else:
            await self._of_elder(event)

    async def _of_elder(self, event: Event) -> None:
        kernel, villages, on = self.kernel, self.places.villages, event.day
        if event.kind == "enter":
            village_id = villages[event.village].id
            made = _elder(uuid7(), village_id, on, event.word)
            await made.save(force_create=True)
            self.elders.append(made.id)
            await staying.enter(kernel, elder_id=made.id, village_id=village_id, reason=EntryReason.FOUND, on=on)
            await _span(made.id, event.word, on).save(force_create=True)
            return
        elder_id = self.elders[event.elder]
        if event.kind == "tier":
            await TierSpan.filter(elder_id=elder_id, ends_on=None).update(ends_on=on)
            await _span(elder_id, event.word, on).save(force_create=True)
        elif event.kind == "move":
            # One who answers for all townships sees both villages wherever they lie.
            by = self.places.viewer(Role.TOWNSHIP, self.places.county, on)
            await staying.move(kernel, elder_id=elder_id, village_id=villages[event.place].id, on=on, by=by)
        else:
            by = self.places.viewer(Role.COMMITTEE, villages[event.village], on)
            if event.kind == "leave":
                await staying.leave(kernel, elder_id=elder_id, reason=LeaveReason(event.word), on=on, by=by)
            else:
                await Elder.filter(id=elder_id).update(**FACTS[event.word])
                await staying.come_back(kernel, elder_id=elder_id, on=on, by=by)
