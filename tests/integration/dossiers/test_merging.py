"""Two files of one person: one goes on, the other leaves with a pointer, and nothing of either is lost."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.models import Tie
from backend.accounts.roles import Role
from backend.agreements.models import Agreement
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.audit.trail import record_reading
from backend.calls.models import Call
from backend.calls.rules import CallState
from backend.consents.actions import Telling, give_consent, withdraw_consent
from backend.consents.purposes import Purpose, newest
from backend.consents.queries import refused_by
from backend.consents.rules import Expressed, Whose
from backend.divisions.actions import place
from backend.divisions.models import DivisionLevel
from backend.dossiers.errors import DoubleIsInUse, FilesDiffer, MergedElsewhere, SameFile
from backend.dossiers.export import export_elder
from backend.dossiers.merging import merge_files, merged_files
from backend.dossiers.queries import Line, timeline
from backend.elders.actions import NewElder, register
from backend.elders.errors import ElderAlreadyRegistered, ElderHasLeft, ElderNotFound, FileIsDouble
from backend.elders.findings import tier_history
from backend.elders.ledger import ledger
from backend.elders.models import Alert, Elder, FileMerge, Stay
from backend.elders.readings import readings
from backend.elders.rules import Gender, LeaveReason, PriorityTier
from backend.elders.staying import come_back, leave
from backend.families.actions import NewMember, name_member
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.outbox.models import OutboxEntry
from backend.tasks.models import Task
from backend.visits.models import VisitReport
from backend.volunteers.models import Pairing, Volunteer
from backend.volunteers.rules import VolunteerState
from tests.factories.dossiers import NOTE, NUMBER, REASON, full_file
from tests.factories.race import at_once
from tests.factories.village import LONG_AGO, MORNING, Person, World

TODAY = date(2026, 3, 10)


@pytest.fixture
async def double_id(world: World, committee: Person) -> UUID:
    """With everything, and no agreement."""
    return await full_file(world, committee, agreed=False)


@pytest.fixture
async def kept_id(world: World) -> UUID:
    """In the neighbouring village, without a number."""
    return await world.elder(village=world.neighbour, name="卫素真")


async def merge(world: World, kept_id: UUID, double_id: UUID, by: Person) -> None:
    await merge_files(world.kernel, kept_id=kept_id, double_id=double_id, by=by.viewer)


async def events(elder_id: UUID) -> int:
    return await AuditEvent.filter(subject_id=elder_id, tag=Tag.FILE_MERGED).count()


class TestMerge:
    async def test_takes_the_double_off_with_a_reason_and_a_pointer(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        await merge(world, kept_id, double_id, township)
        gone, kept = await Elder.get(id=double_id), await Elder.get(id=kept_id)
        assert (gone.left_on, gone.left_reason, kept.left_on) == (TODAY, "double", None)
        assert (await Stay.get(elder_id=double_id)).left == LeaveReason.DOUBLE_FILE
        [from_kept] = await merged_files(township.viewer.scope, kept_id)
        [from_double] = await merged_files(township.viewer.scope, double_id)
        assert (from_kept.elder_id, from_kept.kept) == (double_id, False)
        assert (from_double.elder_id, from_double.kept) == (kept_id, True)
        assert (await events(kept_id), await events(double_id)) == (1, 1)
        assert await OutboxEntry.filter(topic="FilesMerged").count() == 1

    async def test_once_more_changes_nothing(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        for _ in range(2):
            await merge(world, kept_id, double_id, township)
        assert (await events(kept_id), await FileMerge.all().count()) == (1, 1)

    async def test_keeps_both_histories_where_they_were_written_and_shows_them_as_one(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        await merge(world, kept_id, double_id, township)
        assert (await VisitReport.get()).elder_id == double_id
        committee = await world.person(Role.COMMITTEE, division=world.neighbour)
        found = await export_elder(world.kernel, elder_id=kept_id, by=committee.viewer)
        assert {row["id"] for row in found.tables["elders"]} == {kept_id, double_id}
        assert NOTE in msgspec.json.encode(found).decode()

    async def test_carries_the_number_over_so_that_nobody_is_entered_twice(
        self, world: World, township: Person, committee: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        await merge(world, kept_id, double_id, township)
        sealed = (await Elder.get(id=kept_id)).id_number
        assert sealed is not None
        assert world.kernel.keys.decrypt(bytes(sealed), f"elders|id_number|{kept_id}").decode() == NUMBER
        again = NewElder("卫素珍", Gender.FEMALE, date(1949, 12, 31), "三组", True, id_number=NUMBER)
        with pytest.raises(ElderAlreadyRegistered):
            await register(world.kernel, village_id=world.village.id, elder=again, by=committee.viewer)

    async def test_keeps_the_ledger_right(self, world: World, township: Person, kept_id: UUID, double_id: UUID) -> None:
        before = await on_register(township)
        await merge(world, kept_id, double_id, township)
        after = await on_register(township)
        assert before == {"石门乡": 2, "上坪村": 1, "下坪村": 1}
        assert after == {"石门乡": 1, "上坪村": 0, "下坪村": 1}
        yesterday = await on_register(township, TODAY.replace(day=9))
        assert set(yesterday.values()) == {0}

    async def test_of_a_file_that_has_doubles_brings_them_along(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        last = await world.elder()
        await merge(world, kept_id, double_id, township)
        await merge(world, last, kept_id, township)
        assert {row.elder_id for row in await merged_files(township.viewer.scope, last)} == {kept_id, double_id}


class TestWhatWasRefused:
    """A no is a person's, whichever of the files it was written down in."""

    async def refused(self, elder_id: UUID) -> frozenset[Purpose]:
        return await refused_by(Whose.ELDER, elder_id)

    async def says(self, world: World, elder_id: UUID, purpose: Purpose, by: Person, *, yes: bool = False) -> None:
        told, version = Telling(Expressed.SPOKEN, "杨树根"), newest(purpose).version
        about: dict[str, Any] = {"elder_id": elder_id, "purpose": purpose, "told": told, "by": by.viewer}
        if yes:
            await give_consent(world.kernel, version=version, **about)
        else:
            await withdraw_consent(world.kernel, **about)

    async def test_before_holds_in_both_files_unless_a_later_yes_stands_there(
        self, world: World, committee: Person, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        neighbours = await world.person(Role.COMMITTEE, division=world.neighbour)
        await self.says(world, double_id, Purpose.HEALTH, committee)
        await self.says(world, double_id, Purpose.CALLS, committee)
        await self.says(world, kept_id, Purpose.SHARING, neighbours)
        world.clock.advance(timedelta(hours=1))
        await self.says(world, kept_id, Purpose.CALLS, neighbours, yes=True)
        await merge(world, kept_id, double_id, township)
        assert await self.refused(kept_id) == {Purpose.HEALTH, Purpose.SHARING}
        assert await self.refused(double_id) == {Purpose.HEALTH, Purpose.CALLS, Purpose.SHARING}
        told = await OutboxEntry.filter(topic="ConsentWithdrawn").count()
        await merge(world, kept_id, double_id, township)
        assert await OutboxEntry.filter(topic="ConsentWithdrawn").count() == told == 5

    async def test_afterwards_holds_in_both_files_as_does_a_yes(
        self, world: World, committee: Person, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        neighbours = await world.person(Role.COMMITTEE, division=world.neighbour)
        await merge(world, kept_id, double_id, township)
        await self.says(world, kept_id, Purpose.SHARING, neighbours)
        await self.says(world, double_id, Purpose.PHOTOS, committee)
        assert await self.refused(kept_id) == await self.refused(double_id) == {Purpose.SHARING, Purpose.PHOTOS}
        await self.says(world, kept_id, Purpose.SHARING, neighbours, yes=True)
        assert await self.refused(double_id) == {Purpose.PHOTOS}


async def test_nothing_waits_any_more_for_a_double(world: World, township: Person, kept_id: UUID) -> None:
    double_id = await world.elder(name="卫素珍", tier=PriorityTier.HIGH)
    assert await Task.filter(subject_id=double_id, settled_at=None).exists()
    await merge(world, kept_id, double_id, township)
    assert not await Alert.filter(elder_id=double_id, ended_at=None).exists()
    assert not await Task.filter(subject_id=double_id, settled_at=None).exists()


class TestHistory:
    async def test_of_both_reads_as_one_with_a_line_where_they_were_joined(
        self, world: World, township: Person, committee: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        await read(world, double_id, committee)
        await merge(world, kept_id, double_id, township)
        there = await world.person(Role.COMMITTEE, division=world.neighbour)
        lines = (await timeline(there.viewer.scope, kept_id)).rows
        assert {Line.VISIT, Line.ASSESSMENT, Line.LEFT} < {row.line for row in lines}
        [joined] = [row for row in lines if row.line is Line.JOINED]
        assert (joined.on, joined.what, joined.where) == (TODAY, "double", "上坪村")
        now, *before = await tier_history(world.kernel, there.viewer.scope, kept_id)
        assert (now.of_double, now.ends_on, {row.of_double for row in before}) == (False, None, {True})
        assert REASON in {row.override.reason for row in before if row.override}
        assert [row.name for row in (await readings(there.viewer.scope, kept_id)).rows] == ["赵志强"]

    async def test_is_opened_only_where_the_reader_sees_it(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        son = await world.person(Role.SUPPORTER, elders=(double_id,))
        await merge(world, kept_id, double_id, township)
        there = await world.person(Role.COMMITTEE, division=world.neighbour)
        for person, opens in ((there, False), (await world.sign_in(son.viewer.account_id), True)):
            lines = (await timeline(person.viewer.scope, kept_id)).rows
            assert [row.opens for row in lines if row.line is Line.VISIT] == [opens]

    async def test_of_the_double_stays_its_own_and_points_to_the_kept(
        self, world: World, township: Person, committee: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        await merge(world, kept_id, double_id, township)
        lines = (await timeline(committee.viewer.scope, double_id)).rows
        assert [row.where for row in lines if row.line is Line.ENTERED] == ["上坪村"]
        assert [(row.what, row.where) for row in lines if row.line is Line.JOINED] == [("kept", "下坪村")]

    async def test_shows_the_family_no_reasons_once_either_file_says_no_to_health(
        self, world: World, township: Person, committee: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        told = Telling(Expressed.SPOKEN, "杨树根")
        await withdraw_consent(world.kernel, elder_id=double_id, purpose=Purpose.HEALTH, told=told, by=committee.viewer)
        await merge(world, kept_id, double_id, township)
        son = await world.person(Role.SUPPORTER, elders=(kept_id,))
        tiers = await tier_history(world.kernel, son.viewer.scope, kept_id)
        assert [row.reasons or row.override for row in tiers] == [None] * len(tiers)


class TestPeople:
    async def test_reach_the_kept_file_and_still_see_the_double(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        son = await world.person(Role.SUPPORTER, elders=(double_id,))
        await merge(world, kept_id, double_id, township)
        reached = await Tie.filter(membership_id=son.viewer.membership_id, ends_on=None)
        assert {each.elder_id for each in reached} == {kept_id, double_id}
        assert (await FamilyMember.get(name="李强")).elder_id == kept_id

    async def test_named_in_both_stand_once(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        secretary = await world.person(Role.COMMITTEE, division=world.neighbour)
        member = NewMember(Duty.SUPPORTER, "李强", "儿子", "13700000009")
        await name_member(world.kernel, elder_id=kept_id, member=member, by=secretary.viewer)
        await merge(world, kept_id, double_id, township)
        standing = await FamilyMember.filter(ended_at=None)
        assert [each.elder_id for each in standing] == [kept_id]
        assert await FamilyMember.all().count() == 2

    async def test_who_visit_go_over_or_end_where_they_visit_already(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        both, one = [await paired(world, *ids) for ids in ((kept_id, double_id), (double_id,))]
        await merge(world, kept_id, double_id, township)
        standing = await Pairing.filter(ended_at=None)
        assert {(each.volunteer_id, each.elder_id) for each in standing} == {(both, kept_id), (one, kept_id)}
        for pairing in standing:
            assert (await Tie.get(id=pairing.tie_id)).elder_id == kept_id


class TestRefusals:
    async def test_a_file_is_no_double_of_itself(self, world: World, township: Person, kept_id: UUID) -> None:
        with pytest.raises(SameFile):
            await merge(world, kept_id, kept_id, township)

    async def test_either_out_of_scope_is_not_there(self, world: World, kept_id: UUID, double_id: UUID) -> None:
        far = await place(
            code="520123200000", name="远山乡", level=DivisionLevel.TOWNSHIP, parent=world.county, starts_on=LONG_AGO
        )
        hamlet = await place(
            code="520123200201", name="远坪村", level=DivisionLevel.VILLAGE, parent=far, starts_on=LONG_AGO
        )
        theirs = await world.elder(village=hamlet)
        clerk = await world.person(Role.TOWNSHIP, division=far)
        for kept, double in ((theirs, double_id), (double_id, theirs), (kept_id, double_id)):
            with pytest.raises(ElderNotFound):
                await merge(world, kept, double, clerk)
        assert await FileMerge.all().count() == 0

    async def test_it_is_the_townships_to_do(
        self, world: World, committee: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        with pytest.raises(RoleCannot):
            await merge(world, kept_id, double_id, committee)

    async def test_two_numbers_are_two_persons(
        self, world: World, township: Person, committee: Person, double_id: UUID
    ) -> None:
        other = NewElder("卫素真", Gender.FEMALE, date(1949, 12, 31), "四组", True, id_number="53010219200508011X")
        kept = await register(world.kernel, village_id=world.village.id, elder=other, by=committee.viewer)
        with pytest.raises(FilesDiffer):
            await merge(world, kept, double_id, township)

    async def test_a_double_with_an_agreement_or_a_call_is_the_one_to_keep(
        self, world: World, township: Person, committee: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        agreed = await full_file_of_another(world, committee)
        with pytest.raises(DoubleIsInUse):
            await merge(world, kept_id, agreed, township)
        call: dict[str, Any] = {"proposed_by": committee.viewer.account_id, "proposed_at": MORNING, "times": "[]"}
        await Call.create(elder_id=double_id, state=CallState.AGREED, talk_seconds=0, **call)
        with pytest.raises(DoubleIsInUse):
            await merge(world, kept_id, double_id, township)
        assert await Agreement.all().count() == 1
        await merge(world, agreed, kept_id, township)

    async def test_what_has_left_is_not_merged(
        self, world: World, township: Person, committee: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        await leave(world.kernel, elder_id=double_id, reason=LeaveReason.DIED, on=TODAY, by=committee.viewer)
        for kept, double in ((kept_id, double_id), (double_id, kept_id)):
            with pytest.raises(ElderHasLeft):
                await merge(world, kept, double, township)

    async def test_a_double_is_not_merged_elsewhere_nor_taken_up_again(
        self, world: World, township: Person, committee: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        await merge(world, kept_id, double_id, township)
        with pytest.raises(MergedElsewhere):
            await merge(world, await world.elder(), double_id, township)
        with pytest.raises(FileIsDouble):
            await come_back(world.kernel, elder_id=double_id, on=TODAY, by=committee.viewer)


class TestAtOnce:
    async def test_the_same_twice_is_one_merge(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        both = [merge(world, kept_id, double_id, township) for _ in range(2)]
        assert await at_once(Elder.filter(id=double_id), *both) == [None, None]
        assert (await events(kept_id), await FileMerge.all().count()) == (1, 1)

    async def test_the_other_way_round_leaves_one_of_the_two(
        self, world: World, township: Person, kept_id: UUID, double_id: UUID
    ) -> None:
        ways = [merge(world, kept_id, double_id, township), merge(world, double_id, kept_id, township)]
        outcomes = await at_once(Elder.filter(id=min(kept_id, double_id)), *ways)
        assert sorted(type(each).__name__ for each in outcomes) == ["ElderHasLeft", "NoneType"]
        assert await Elder.filter(left_on=None).count() == 1


async def read(world: World, elder_id: UUID, by: Person) -> None:
    actor, purpose = by.viewer.actor, by.viewer.scope.purpose
    await record_reading(world.kernel, by=actor, purpose=purpose, elder_id=elder_id, what="file")


async def on_register(clerk: Person, as_of: date = TODAY) -> dict[str, int]:
    found = await ledger(clerk.viewer.scope, as_of=as_of, since=as_of)
    return {row.name: sum(each.on_register for each in row.tiers.values()) for row in found.rows}


async def paired(world: World, *elder_ids: UUID) -> UUID:
    """A volunteer who visits these elders; the volunteer's id."""
    person = await world.person(Role.VOLUNTEER, elders=elder_ids)
    viewer = person.viewer
    volunteer = await Volunteer.create(
        account_id=viewer.account_id,
        village_id=world.village.id,
        membership_id=viewer.membership_id,
        state=VolunteerState.TRAINED,
        risk_notice="1",
        applied_at=MORNING,
    )
    for elder_id in elder_ids:
        tied = await Tie.get(membership_id=viewer.membership_id, elder_id=elder_id)
        await Pairing.create(
            volunteer_id=volunteer.id,
            elder_id=elder_id,
            tie_id=tied.id,
            started_at=MORNING,
            started_by=viewer.account_id,
        )
    return volunteer.id


async def full_file_of_another(world: World, committee: Person) -> UUID:
    """A file with an agreement, whose number is nobody else's."""
    await Elder.filter(id_number_hash__isnull=False).update(id_number=None, id_number_hash=None)
    made = await full_file(world, committee)
    await Elder.filter(id=made).update(id_number=None, id_number_hash=None)
    return made
