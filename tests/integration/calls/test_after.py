"""Before the door and after the call: the lobby, what came of it, an ordinary telephone, hours, silence."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.calls import actions, lobby, outcomes
from backend.calls.capacity import evenings
from backend.calls.errors import CallStateChanged, NotInvited, NotTheHost
from backend.calls.following import nudge_families
from backend.calls.models import CallOutcome
from backend.calls.outcomes import NewOutcome
from backend.calls.planning import Skill
from backend.calls.queries import call
from backend.calls.rules import CallState
from backend.families.models import Contact
from backend.families.rules import ContactKind
from backend.kit.ids import uuid7
from backend.outbox.models import OutboxEntry
from backend.visits.models import VisitReport
from backend.visits.rules import Finding, VisitMode
from media.contract import Role as MediaRole
from tests.factories.calls import TONIGHT, Family, a_room_event, a_seat, call_row, post
from tests.factories.village import World


async def held(family: Family) -> UUID:
    """A call of two minutes, over."""
    call_id = await family.opened()
    seats = (
        a_seat(family.volunteer.viewer.account_id, MediaRole.HOST, talk_ms=120_000),
        a_seat(family.son.viewer.account_id, MediaRole.GUEST, talk_ms=120_000),
    )
    await post(family.world, a_room_event(call_id, *seats, talk_ms=120_000))
    await actions.close(family.world.kernel, call_id=call_id, by=family.volunteer.viewer)
    return call_id


class TestLobby:
    async def test_early_comers_see_each_other_and_who_left_is_gone(self, family: Family, world: World) -> None:
        call_id = await family.agreed()
        await lobby.wait(world.kernel, call_id=call_id, by=family.son.viewer)
        world.clock.advance(timedelta(seconds=29))
        seen = await lobby.wait(world.kernel, call_id=call_id, by=family.daughter.viewer)
        assert [(each.name, each.relation) for each in seen.waiting] == [("张伟", "儿子"), ("张丽", "女儿")]
        world.clock.advance(timedelta(seconds=2))
        seen = await lobby.wait(world.kernel, call_id=call_id, by=family.daughter.viewer)
        assert ([each.name for each in seen.waiting], seen.state) == (["张丽"], CallState.AGREED)

    async def test_is_for_the_family_and_for_calls_to_come(self, family: Family, world: World) -> None:
        call_id = await held(family)
        with pytest.raises(NotInvited):
            await lobby.wait(world.kernel, call_id=call_id, by=family.volunteer.viewer)
        with pytest.raises(CallStateChanged):
            await lobby.wait(world.kernel, call_id=call_id, by=family.son.viewer)


class TestOutcome:
    async def test_is_noted_sealed_and_corrected(self, family: Family, world: World) -> None:
        call_id, by = await held(family), family.volunteer.viewer
        for skill, noticed in ((Skill.HOSTED, "咳嗽"), (Skill.HELPED, "咳嗽好些了")):
            told = NewOutcome(skill, noticed=noticed, taught="教老人按绿色键接")
            await outcomes.note_outcome(world.kernel, call_id=call_id, outcome=told, by=by)
        row = await CallOutcome.get()
        assert row.noticed is not None
        assert "咳嗽".encode() not in bytes(row.noticed)
        scope = family.son.viewer.scope
        after = await outcomes.aftermath(world.kernel, scope, (await call(scope, call_id)).call)
        assert (after.skill, after.noticed, after.taught) == (Skill.HELPED, "咳嗽好些了", "教老人按绿色键接")
        assert after.suggested_at == TONIGHT + timedelta(days=7)

    async def test_not_of_a_call_still_going_on_nor_by_another(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        told = NewOutcome(Skill.HOSTED)
        with pytest.raises(CallStateChanged):
            await outcomes.note_outcome(world.kernel, call_id=call_id, outcome=told, by=family.volunteer.viewer)
        secretary = await world.person(Role.COMMITTEE, name="刘支书", division=world.village)
        with pytest.raises(NotTheHost):
            await outcomes.note_outcome(world.kernel, call_id=call_id, outcome=told, by=secretary.viewer)

    async def test_counts_as_a_visit_only_once_the_checklist_was_done(self, family: Family, world: World) -> None:
        call_id, scope = await held(family), family.volunteer.viewer.scope
        found = (await call(scope, call_id)).call
        assert not (await outcomes.aftermath(world.kernel, scope, found)).counts_as_visit
        for mode, counts in ((VisitMode.PHONE, False), (VisitMode.VIDEO, True)):
            await VisitReport.create(
                elder_id=family.elder_id,
                visitor_id=family.volunteer.viewer.account_id,
                mode=mode,
                visited_at=world.clock.now() + timedelta(seconds=counts),
                received_at=world.clock.now(),
                late=False,
                health=Finding.GOOD,
                economy=Finding.GOOD,
                family_duty=Finding.GOOD,
                safety=Finding.GOOD,
                needs=Finding.GOOD,
            )
            assert (await outcomes.aftermath(world.kernel, scope, found)).counts_as_visit is counts


class TestTelephone:
    async def test_minutes_on_an_ordinary_one_stand_apart_and_it_stays_one_call(
        self, family: Family, world: World
    ) -> None:
        call_id, by, son = await held(family), family.volunteer.viewer, family.son.viewer.account_id
        for minutes in (10, 12):
            await outcomes.declare_phone(world.kernel, call_id=call_id, with_id=son, minutes=minutes, by=by)
        found = await call_row(call_id)
        assert (found.talk_seconds, found.phone_minutes, found.phoned_by) == (120, 12, by.account_id)
        logged = {row.kind: row.seconds for row in await Contact.filter(account_id=son)}
        assert logged == {ContactKind.FAMILY_CALL: 120, ContactKind.PHONE: 720}

    async def test_only_with_one_of_the_family(self, family: Family, world: World) -> None:
        call_id, by = await held(family), family.volunteer.viewer
        for nobody in (uuid7(), by.account_id):
            with pytest.raises(NotInvited):
                await outcomes.declare_phone(world.kernel, call_id=call_id, with_id=nobody, minutes=5, by=by)


async def test_hours_are_those_of_calls_that_were_held(family: Family) -> None:
    await held(family)
    hours = await outcomes.hours(family.volunteer.viewer.account_id)
    assert (hours.calls, hours.seconds) == (1, 120)
    assert await outcomes.hours(family.son.viewer.account_id) == outcomes.Hosted(0, 0)


class TestSilence:
    async def test_who_did_not_call_for_long_is_reminded_once_in_that_time(self, family: Family, world: World) -> None:
        await held(family)
        for days, nudged in ((29, 0), (2, 2), (1, 0), (29, 2)):
            world.clock.advance(timedelta(days=days))
            assert await nudge_families(world.kernel) == nudged
        assert await OutboxEntry.filter(topic="NoCallForLong").count() == 4

    async def test_nobody_is_where_a_call_is_coming(self, family: Family, world: World) -> None:
        await family.agreed()
        world.clock.advance(timedelta(days=40))
        assert await nudge_families(world.kernel) == 0


async def test_the_office_sees_its_own_evenings(family: Family, world: World) -> None:
    await family.agreed()
    officer = await world.person(Role.COUNTY, name="县民政", division=world.county)
    neighbour = await world.person(Role.COMMITTEE, name="邻村", division=world.neighbour)
    assert [each.booked for each in await evenings(officer.viewer.scope, days=2)] == [1, 0]
    assert [each.booked for each in await evenings(neighbour.viewer.scope, days=2)] == [0, 0]
