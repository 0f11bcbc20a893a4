"""Reporting a visit: what is stored, what is refused, and what happens when two come at once."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from backend.accounts.actions import untie
from backend.accounts.errors import RoleCannot
from backend.accounts.models import Tie
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent, ChainHead
from backend.audit.tags import Tag
from backend.elders.errors import ElderNotFound
from backend.elders.models import Elder
from backend.elders.rules import PriorityTier
from backend.kit.errors import Refusal
from backend.kit.ids import uuid7
from backend.outbox.idempotency import KeyedWrite, KeyUsedForAnother
from backend.outbox.models import OutboxEntry
from backend.policies.actions import set_policy
from backend.policies.rules import VisitRhythm
from backend.storage.models import Upload
from backend.visits.actions import submit
from backend.visits.errors import AlreadyReported, ElderHadLeft, PhotoNotFound, VisitInFuture, VisitTooLongAgo
from backend.visits.models import VisitDue, VisitReport
from tests.factories.village import MORNING, Person, World
from tests.factories.visits import NOTHING, a_report, a_write, chain_break, everything_stored


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def volunteer(world: World, elder_id: UUID) -> Person:
    return await world.person(Role.VOLUNTEER, elders=(elder_id,))


class TestSubmit:
    async def test_stores_what_was_seen(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        report = a_report(elder_id, note="屋顶漏雨")
        made = await submit(world.kernel, report=report, write=a_write(volunteer), by=volunteer.viewer)
        stored = await VisitReport.get(id=made.id)
        assert (stored.elder_id, stored.visitor_id) == (elder_id, volunteer.viewer.account_id)
        assert (stored.mode, stored.visited_at, stored.received_at) == (report.mode, report.visited_at, MORNING)
        assert [stored.health, stored.economy, stored.family_duty, stored.safety, stored.needs] == [
            report.health,
            report.economy,
            report.family_duty,
            report.safety,
            report.needs,
        ]
        assert await everything_stored() == (1, 1, 1, 1, 1, 0)

    async def test_keeps_the_note_encrypted(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        report = a_report(elder_id, note="屋顶漏雨")
        made = await submit(world.kernel, report=report, write=a_write(volunteer), by=volunteer.viewer)
        note = (await VisitReport.get(id=made.id)).note
        assert note is not None
        assert "屋顶漏雨".encode() not in bytes(note)
        assert world.kernel.keys.decrypt(bytes(note), f"visit_reports|note|{made.id}").decode() == "屋顶漏雨"

    async def test_adds_to_the_elders_chain(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        for hours in (3, 2, 1):
            report = a_report(elder_id, visited_at=MORNING - timedelta(hours=hours))
            await submit(world.kernel, report=report, write=a_write(volunteer), by=volunteer.viewer)
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.VISIT_REPORTED).count() == 3
        assert await chain_break(elder_id) is None

    async def test_begins_a_chain_where_none_was(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        await AuditEvent.filter(subject_id=elder_id).delete()
        await ChainHead.filter(subject_id=elder_id).delete()
        await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        assert await chain_break(elder_id) is None

    async def test_tells_it_with_ids_only(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        made = await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        entry = await OutboxEntry.get(topic="VisitReported")
        assert entry.payload == f'{{"report_id":"{made.id}","elder_id":"{elder_id}"}}'
        assert (entry.due_at, entry.tries, entry.done_at) == (MORNING, 0, None)

    async def test_takes_up_the_photos(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        photos = (await world.photo(volunteer), await world.photo(volunteer))
        other = await world.photo(volunteer)
        made = await submit(
            world.kernel, report=a_report(elder_id, photo_ids=photos), write=a_write(volunteer), by=volunteer.viewer
        )
        assert {upload.id for upload in await Upload.filter(elder_id=elder_id)} == set(photos)
        assert (await Upload.get(id=other)).elder_id is None
        assert (await VisitReport.get(id=made.id)).photo_ids == f'["{photos[0]}","{photos[1]}"]'

    @pytest.mark.parametrize("role", [Role.SUPPORTER, Role.COUNTY])
    async def test_is_not_for_those_who_do_not_visit(self, world: World, elder_id: UUID, role: Role) -> None:
        person = await world.person(role, elders=(elder_id,))
        with pytest.raises(RoleCannot):
            await submit(world.kernel, report=a_report(elder_id), write=a_write(person), by=person.viewer)

    async def test_is_open_to_committee_and_caregiver(self, world: World, elder_id: UUID) -> None:
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        caregiver = await world.person(Role.CAREGIVER, elders=(elder_id,))
        for person in (secretary, caregiver):
            await submit(world.kernel, report=a_report(elder_id), write=a_write(person), by=person.viewer)
        assert await VisitReport.filter(elder_id=elder_id).count() == 2


class TestNextDue:
    async def test_moves_on_by_the_tier(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.UNCLASSIFIED)
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        made = await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        due = await VisitDue.get(elder_id=elder_id)
        assert made.next_due_on == due.due_on == date(2026, 3, 24)

    async def test_follows_the_policy_of_the_place(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        official = await world.person(Role.TOWNSHIP, division=world.township)
        await set_policy(
            world.kernel,
            division_id=world.township.id,
            value=VisitRhythm(routine=15),
            starts_on=date(2026, 3, 10),
            by=official.viewer,
        )
        made = await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        assert made.next_due_on == date(2026, 3, 25)

    async def test_does_not_go_back_for_a_late_entry(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        late = a_report(elder_id, visited_at=MORNING - timedelta(days=5))
        made = await submit(world.kernel, report=late, write=a_write(volunteer), by=volunteer.viewer)
        due = await VisitDue.get(elder_id=elder_id)
        assert made.late
        assert due.last_visit_at == a_report(elder_id).visited_at
        assert made.next_due_on == due.due_on == date(2026, 4, 9)


class TestLateness:
    @pytest.mark.parametrize(("hours", "late"), [(24, False), (25, True)])
    async def test_is_judged_at_receipt(
        self, world: World, elder_id: UUID, volunteer: Person, hours: int, late: bool
    ) -> None:
        report = a_report(elder_id, visited_at=MORNING - timedelta(hours=hours))
        made = await submit(world.kernel, report=report, write=a_write(volunteer), by=volunteer.viewer)
        assert (await VisitReport.get(id=made.id)).late is late


class TestRefusals:
    @pytest.fixture(autouse=True)
    async def leave_nothing_behind(self, world: World) -> AsyncIterator[None]:
        yield
        assert await everything_stored() == NOTHING

    async def refused(
        self, world: World, person: Person, kind: type[Refusal], *, elder_id: UUID, **changes: object
    ) -> None:
        report = a_report(elder_id, **changes)
        with pytest.raises(kind):
            await submit(world.kernel, report=report, write=a_write(person), by=person.viewer)

    async def test_an_elder_of_another_village(self, world: World, volunteer: Person) -> None:
        await self.refused(world, volunteer, ElderNotFound, elder_id=await world.elder(village=world.neighbour))

    async def test_an_elder_of_another_committee(self, world: World, elder_id: UUID) -> None:
        secretary = await world.person(Role.COMMITTEE, division=world.neighbour)
        await self.refused(world, secretary, ElderNotFound, elder_id=elder_id)

    async def test_an_elder_no_longer_tied(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        await untie(world.kernel, tie_id=(await Tie.get(elder_id=elder_id)).id)
        again = await world.sign_in(volunteer.viewer.account_id)
        await self.refused(world, again, ElderNotFound, elder_id=elder_id)

    async def test_an_elder_who_never_was(self, world: World, volunteer: Person) -> None:
        await self.refused(world, volunteer, ElderNotFound, elder_id=uuid7())

    async def test_a_visit_in_the_future(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        soon = MORNING + timedelta(minutes=6)
        await self.refused(world, volunteer, VisitInFuture, elder_id=elder_id, visited_at=soon)

    async def test_a_visit_long_ago(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        then = MORNING - timedelta(days=32)
        await self.refused(world, volunteer, VisitTooLongAgo, elder_id=elder_id, visited_at=then)

    async def test_a_visit_after_the_elder_left(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        await Elder.filter(id=elder_id).update(left_on=date(2026, 3, 8))
        await self.refused(world, volunteer, ElderHadLeft, elder_id=elder_id)

    async def test_another_persons_photo(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        other = await world.person(Role.VOLUNTEER, name="陈立", elders=(elder_id,))
        photos = (await world.photo(volunteer), await world.photo(other))
        await self.refused(world, volunteer, PhotoNotFound, elder_id=elder_id, photo_ids=photos)

    async def test_a_photo_that_never_was(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        await self.refused(world, volunteer, PhotoNotFound, elder_id=elder_id, photo_ids=(uuid7(),))


class TestRepeat:
    async def test_answers_as_before(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        write, report = a_write(volunteer), a_report(elder_id)
        first = await submit(world.kernel, report=report, write=write, by=volunteer.viewer)
        world.clock.advance(timedelta(days=40))
        again = await submit(world.kernel, report=report, write=write, by=volunteer.viewer)
        assert again == first
        assert await everything_stored() == (1, 1, 1, 1, 1, 0)

    async def test_answers_as_before_when_the_elder_is_out_of_sight_meanwhile(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        write, report = a_write(volunteer), a_report(elder_id)
        first = await submit(world.kernel, report=report, write=write, by=volunteer.viewer)
        await untie(world.kernel, tie_id=(await Tie.get(elder_id=elder_id)).id)
        signed_in_again = await world.sign_in(volunteer.viewer.account_id)
        assert await submit(world.kernel, report=report, write=write, by=signed_in_again.viewer) == first

    async def test_refuses_the_key_with_another_body(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        write = a_write(volunteer)
        await submit(world.kernel, report=a_report(elder_id), write=write, by=volunteer.viewer)
        other = KeyedWrite(write.account_id, write.route, write.key, b"another body")
        with pytest.raises(KeyUsedForAnother):
            await submit(world.kernel, report=a_report(elder_id), write=other, by=volunteer.viewer)

    async def test_refuses_the_same_visit_under_another_key(
        self, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        with pytest.raises(AlreadyReported):
            await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        assert await everything_stored() == (1, 1, 1, 1, 1, 0)

    async def test_refuses_a_photo_already_taken_up(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        photos = (await world.photo(volunteer),)
        first = a_report(elder_id, photo_ids=photos)
        await submit(world.kernel, report=first, write=a_write(volunteer), by=volunteer.viewer)
        second = a_report(elder_id, photo_ids=photos, visited_at=MORNING)
        with pytest.raises(PhotoNotFound):
            await submit(world.kernel, report=second, write=a_write(volunteer), by=volunteer.viewer)


class TestDay:
    async def test_is_chinas(self, world: World, elder_id: UUID, volunteer: Person) -> None:
        """Eight minutes past midnight in China is still the day before in UTC."""
        world.clock.advance(datetime(2026, 3, 31, 16, 8, tzinfo=UTC) - MORNING)
        report = a_report(elder_id, visited_at=world.clock.now())
        made = await submit(world.kernel, report=report, write=a_write(volunteer), by=volunteer.viewer)
        assert made.next_due_on == date(2026, 5, 1)
