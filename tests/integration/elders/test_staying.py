"""Coming onto the register, leaving it, coming back, moving: one history, whoever does what at once."""

import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.db import execute
from backend.divisions.errors import DivisionNotFound
from backend.elders.errors import (
    ChangeBeforeLast,
    ChangeInFuture,
    ElderAlreadyRegistered,
    ElderHasLeft,
    ElderIsHere,
    ElderLivesThere,
    ElderNotFound,
    LeaveReasonNotPossible,
    VillageIsGone,
)
from backend.elders.models import Elder, Stay, TierSpan
from backend.elders.queries import elder as elder_in_sight
from backend.elders.queries import elders
from backend.elders.rules import LEAVES_FOR, EntryReason, LeaveReason, PriorityTier, TierCause
from backend.elders.staying import come_back, confirm_whole_file, enter, leave, move
from backend.kit.ids import uuid7
from backend.outbox.models import OutboxEntry
from tests.factories.race import at_once
from tests.factories.village import MORNING, Person, World

pytestmark = pytest.mark.usefixtures("counted")

TODAY, EARLIER = date(2026, 3, 10), date(2026, 3, 1)
AGO = date(2026, 1, 5)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


@pytest.fixture
async def township(world: World) -> Person:
    return await world.person(Role.TOWNSHIP, division=world.township)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    """On the register, in one tier, since 5 January."""
    made = await world.elder()
    await Stay.filter(elder_id=made).update(starts_on=AGO)
    await TierSpan.filter(elder_id=made).delete()
    await TierSpan.create(
        elder_id=made,
        tier=PriorityTier.HIGH,
        reasons="[]",
        missing="[]",
        cause=TierCause.REGISTERED,
        starts_on=AGO,
        recorded_at=MORNING,
    )
    return made


async def history(elder_id: UUID) -> list[tuple[UUID, date, date | None, str, str | None]]:
    """The stays, oldest first."""
    rows = await Stay.filter(elder_id=elder_id).order_by("id")
    return [(row.village_id, row.starts_on, row.ends_on, row.entered, row.left) for row in rows]


class TestEnter:
    async def test_opens_the_first_stay_of_who_is_registered(self, world: World) -> None:
        assert await history(await world.elder()) == [(world.village.id, TODAY, None, "found", None)]

    async def test_is_refused_in_a_village_merged_a_moment_ago(self, world: World, elder_id: UUID) -> None:
        await Stay.filter(elder_id=elder_id).update(ends_on=TODAY)
        await execute("UPDATE divisions SET ends_on = $2 WHERE id = $1", world.village.id, TODAY)
        with pytest.raises(VillageIsGone):
            await enter(
                world.kernel,
                elder_id=elder_id,
                village_id=world.village.id,
                reason=EntryReason.CAME_BACK,
                on=TODAY,
            )


class TestLeave:
    async def test_ends_stay_and_tier_and_deletes_nothing(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=EARLIER, by=committee.viewer)
        assert await history(elder_id) == [(world.village.id, AGO, EARLIER, "found", "died")]
        assert (await TierSpan.get(elder_id=elder_id)).ends_on == EARLIER
        elder = await Elder.get(id=elder_id)
        assert (elder.left_on, elder.left_reason, elder.village_id) == (EARLIER, "died", world.village.id)
        assert (await elder_in_sight(committee.viewer.scope, elder_id)).id == elder_id
        assert (await elders(committee.viewer.scope)).rows == ()
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.ELDER_LEFT).count() == 1
        assert await OutboxEntry.filter(topic="ElderLeft").count() == 1

    async def test_leaves_no_day_for_a_tier_that_came_after_it(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        late = EARLIER + timedelta(days=4)
        await TierSpan.filter(elder_id=elder_id).update(ends_on=late)
        later: dict[str, Any] = {
            "tier": PriorityTier.MEDIUM,
            "reasons": "[]",
            "missing": "[]",
            "cause": TierCause.ASSESSED,
        }
        await TierSpan.create(elder_id=elder_id, starts_on=late, recorded_at=MORNING, **later)
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=EARLIER, by=committee.viewer)
        spans = await TierSpan.filter(elder_id=elder_id).order_by("starts_on")
        assert [(span.starts_on, span.ends_on) for span in spans] == [(AGO, EARLIER), (late, late)]

    @pytest.mark.parametrize("reason", sorted(set(LeaveReason) - LEAVES_FOR))
    async def test_is_not_for_who_goes_to_another_village(
        self, world: World, committee: Person, elder_id: UUID, reason: LeaveReason
    ) -> None:
        with pytest.raises(LeaveReasonNotPossible):
            await leave(world.kernel, elder_id=elder_id, reason=reason, on=TODAY, by=committee.viewer)

    @pytest.mark.parametrize(
        ("on", "refusal"),
        [
            (TODAY + timedelta(days=1), ChangeInFuture),
            (AGO - timedelta(days=1), ChangeBeforeLast),
        ],
    )
    async def test_is_dated_after_the_entry_and_not_ahead(
        self, world: World, committee: Person, elder_id: UUID, on: date, refusal: type[Exception]
    ) -> None:
        with pytest.raises(refusal):
            await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=on, by=committee.viewer)
        assert (await Stay.get(elder_id=elder_id)).ends_on is None

    async def test_is_for_the_committee_of_the_village(self, world: World, township: Person, elder_id: UUID) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        for person, refusal in ((other, ElderNotFound), (township, RoleCannot)):
            with pytest.raises(refusal):
                await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=TODAY, by=person.viewer)

    async def test_happens_once_of_two_at_once(self, world: World, committee: Person, elder_id: UUID) -> None:
        both = (
            leave(world.kernel, elder_id=elder_id, reason=reason, on=TODAY, by=committee.viewer)
            for reason in (LeaveReason.DIED, LeaveReason.INSTITUTION)
        )
        outcomes = await at_once(Elder.filter(id=elder_id), *both)
        assert [type(each) for each in outcomes if each] == [ElderHasLeft]
        assert len(await history(elder_id)) == 1


class TestComeBack:
    @pytest.fixture
    async def gone(self, world: World, committee: Person, elder_id: UUID) -> UUID:
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.MOVED_AWAY, on=EARLIER, by=committee.viewer)
        return elder_id

    async def test_continues_the_same_file(self, world: World, committee: Person, gone: UUID) -> None:
        await come_back(world.kernel, elder_id=gone, on=TODAY, by=committee.viewer)
        assert await history(gone) == [
            (world.village.id, AGO, EARLIER, "found", "moved_away"),
            (world.village.id, TODAY, None, "came_back", None),
        ]
        elder = await Elder.get(id=gone)
        assert (elder.left_on, elder.left_reason) == (None, None)
        now = await TierSpan.get(elder_id=gone, ends_on=None)
        assert (now.tier, now.starts_on, elder.tier) == (PriorityTier.ROUTINE, TODAY, PriorityTier.ROUTINE)
        assert await AuditEvent.filter(subject_id=gone, tag=Tag.ELDER_CAME_BACK).count() == 1
        assert await OutboxEntry.filter(topic="ElderCameBack").count() == 1

    async def test_is_for_who_left(self, world: World, committee: Person, elder_id: UUID) -> None:
        with pytest.raises(ElderIsHere):
            await come_back(world.kernel, elder_id=elder_id, on=TODAY, by=committee.viewer)

    async def test_is_dated_after_the_leaving(self, world: World, committee: Person, gone: UUID) -> None:
        for on, refusal in ((EARLIER - timedelta(days=1), ChangeBeforeLast), (date(2026, 3, 11), ChangeInFuture)):
            with pytest.raises(refusal):
                await come_back(world.kernel, elder_id=gone, on=on, by=committee.viewer)

    async def test_does_not_make_two_files_of_one_number(self, world: World, committee: Person, gone: UUID) -> None:
        for elder_id in (gone, await world.elder()):
            await Elder.filter(id=elder_id).update(id_number_hash=b"hash of a number")
        with pytest.raises(ElderAlreadyRegistered):
            await come_back(world.kernel, elder_id=gone, on=TODAY, by=committee.viewer)

    async def test_happens_once_of_two_at_once(self, world: World, committee: Person, gone: UUID) -> None:
        both = (come_back(world.kernel, elder_id=gone, on=TODAY, by=committee.viewer) for _ in range(2))
        outcomes = await at_once(Elder.filter(id=gone), *both)
        assert [type(each) for each in outcomes if each] == [ElderIsHere]
        assert len(await history(gone)) == 2


class TestMove:
    async def test_takes_the_history_along_without_a_hole(self, world: World, township: Person, elder_id: UUID) -> None:
        await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=EARLIER, by=township.viewer)
        assert await history(elder_id) == [
            (world.village.id, AGO, EARLIER, "found", "moved_within"),
            (world.neighbour.id, EARLIER, None, "moved_in", None),
        ]
        assert (await TierSpan.get(elder_id=elder_id)).ends_on is None
        there = await world.person(Role.COMMITTEE, division=world.neighbour)
        assert [row.id for row in (await elders(there.viewer.scope)).rows] == [elder_id]
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.ELDER_MOVED).count() == 1
        assert await OutboxEntry.filter(topic="ElderMoved").count() == 1

    async def test_ends_in_a_village_in_sight(self, world: World, township: Person, elder_id: UUID) -> None:
        for nowhere in (uuid7(), world.county.id, world.township.id):
            with pytest.raises(DivisionNotFound):
                await move(world.kernel, elder_id=elder_id, village_id=nowhere, on=TODAY, by=township.viewer)
        with pytest.raises(ElderLivesThere):
            await move(world.kernel, elder_id=elder_id, village_id=world.village.id, on=TODAY, by=township.viewer)
        assert len(await history(elder_id)) == 1

    async def test_is_not_for_one_village_alone(self, world: World, committee: Person, elder_id: UUID) -> None:
        with pytest.raises(RoleCannot):
            await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=TODAY, by=committee.viewer)

    async def test_is_for_who_is_on_the_register(
        self, world: World, committee: Person, township: Person, elder_id: UUID
    ) -> None:
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=TODAY, by=committee.viewer)
        with pytest.raises(ElderHasLeft):
            await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=TODAY, by=township.viewer)

    async def test_and_leaving_at_once_end_in_one_history(
        self, world: World, committee: Person, township: Person, elder_id: UUID
    ) -> None:
        """Whoever comes second finds what the first has done."""
        outcomes = await at_once(
            Elder.filter(id=elder_id),
            leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=TODAY, by=committee.viewer),
            move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=TODAY, by=township.viewer),
        )
        assert len([each for each in outcomes if each is None]) >= 1
        stays = await Stay.filter(elder_id=elder_id).order_by("id")
        elder = await Elder.get(id=elder_id)
        assert (stays[-1].village_id, stays[-1].ends_on) == (elder.village_id, elder.left_on)
        assert [stay.ends_on for stay in stays[:-1]] == [stay.starts_on for stay in stays[1:]]
        assert await Stay.filter(elder_id=elder_id, ends_on=None).count() == (elder.left_on is None)

    async def test_of_two_at_once_to_one_village_happens_once(
        self, world: World, township: Person, elder_id: UUID
    ) -> None:
        both = (
            move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=TODAY, by=township.viewer)
            for _ in range(2)
        )
        outcomes = await asyncio.gather(*both, return_exceptions=True)
        assert [type(each) for each in outcomes if each] == [ElderLivesThere]
        assert len(await history(elder_id)) == 2


class TestConfirm:
    async def test_says_that_the_file_is_true_today_once(self, world: World, committee: Person, elder_id: UUID) -> None:
        for _ in range(2):
            await confirm_whole_file(world.kernel, elder_id=elder_id, by=committee.viewer)
        assert (await Elder.get(id=elder_id)).confirmed_on == TODAY
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.ELDER_CONFIRMED).count() == 1

    async def test_is_for_the_village_and_who_is_on_its_register(
        self, world: World, committee: Person, township: Person, elder_id: UUID
    ) -> None:
        with pytest.raises(RoleCannot):
            await confirm_whole_file(world.kernel, elder_id=elder_id, by=township.viewer)
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=TODAY, by=committee.viewer)
        with pytest.raises(ElderHasLeft):
            await confirm_whole_file(world.kernel, elder_id=elder_id, by=committee.viewer)
