"""The room's reports become the log: cumulative, numbered, each once."""

import random
from datetime import timedelta
from uuid import UUID

import pytest

from backend.calls import actions, attendance
from backend.calls.errors import EventNotOurs, EventNotReadable
from backend.calls.models import Attendance, Call, RoomReport
from backend.calls.queries import call
from backend.calls.rules import CallState
from backend.families.models import Contact
from backend.kit.ids import uuid7
from backend.outbox.models import OutboxEntry
from media.contract import Role, RoomEvent, encode_event, sign_event
from tests.factories.calls import KEY, TONIGHT, Family, a_room_event, a_seat, call_row, post
from tests.factories.race import at_once
from tests.factories.village import World


def report(
    family: Family, call_id: UUID, number: int, seconds: int, *, session: str = "s1", closed: bool = False
) -> RoomEvent:
    """Host and both children; the daughter talked half as long."""
    at = TONIGHT + timedelta(seconds=5 * number)
    return a_room_event(
        call_id,
        a_seat(family.volunteer.viewer.account_id, Role.HOST, talk_ms=seconds * 1000),
        a_seat(family.son.viewer.account_id, Role.GUEST, talk_ms=seconds * 1000),
        a_seat(family.daughter.viewer.account_id, Role.GUEST, talk_ms=seconds * 500),
        number=number,
        session=session,
        talk_ms=seconds * 1000,
        at=at,
        closed_at=at if closed else None,
    )


async def contacts(call_id: UUID) -> dict[UUID, int]:
    return {row.account_id: row.seconds for row in await Contact.filter(source_id=call_id)}


class TestReport:
    async def test_becomes_talk_time_attendance_and_contacts(self, family: Family, world: World) -> None:
        call_id = await family.opened()

        await post(world, report(family, call_id, 1, 120))

        found = await call(family.son.viewer.scope, call_id)
        assert found.call.talk_seconds == 120
        assert {each.name: each.seconds for each in found.attendance} == {"王小燕": 120, "张伟": 120, "张丽": 60}
        assert await contacts(call_id) == {
            family.son.viewer.account_id: 120,
            family.daughter.viewer.account_id: 60,
        }
        assert found.call.state is CallState.OPEN

    async def test_the_newest_number_counts_in_whatever_order_they_come(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        events = [report(family, call_id, number, number * 5, closed=number == 12) for number in range(1, 13)]
        random.Random(7).shuffle(events)

        for event in [*events, *events]:
            await post(world, event)

        assert (await call_row(call_id)).talk_seconds == 60
        assert await RoomReport.filter(call_id=call_id).count() == 1
        assert await Attendance.filter(call_id=call_id).count() == 3
        assert (await contacts(call_id))[family.son.viewer.account_id] == 60
        assert await OutboxEntry.filter(topic="CallClosed").count() == 1

    async def test_the_same_event_many_times_at_once_counts_once(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        event = report(family, call_id, 9, 45, closed=True)

        assert await at_once(Call.filter(id=call_id), *[post(world, event) for _ in range(3)]) == [None, None, None]

        found = await call_row(call_id)
        assert (found.talk_seconds, found.state) == (45, CallState.CLOSED)
        assert await contacts(call_id) == {
            family.son.viewer.account_id: 45,
            family.daughter.viewer.account_id: 22,
        }
        assert await OutboxEntry.filter(topic="CallClosed").count() == 1

    async def test_openings_add_up_to_one_contact_each(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        await post(world, report(family, call_id, 4, 100, session="killed"))
        await post(world, report(family, call_id, 2, 40, session="after"))
        await post(world, report(family, call_id, 3, 44, session="after", closed=True))

        assert (await call_row(call_id)).talk_seconds == 144
        assert await contacts(call_id) == {
            family.son.viewer.account_id: 144,
            family.daughter.viewer.account_id: 72,
        }

    async def test_two_openings_told_at_once_are_both_counted_and_end_the_call_once(
        self, family: Family, world: World
    ) -> None:
        call_id = await family.opened()
        events = [report(family, call_id, 2, 30, session=session, closed=True) for session in ("one", "two")]

        assert await at_once(Call.filter(id=call_id), *[post(world, event) for event in events]) == [None, None]

        assert (await call_row(call_id)).talk_seconds == 60
        assert (await contacts(call_id))[family.son.viewer.account_id] == 60
        assert await OutboxEntry.filter(topic="CallClosed").count() == 1

    async def test_a_child_who_only_waited_had_no_contact(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        silent = a_seat(family.son.viewer.account_id, Role.GUEST)
        waiting = a_seat(family.daughter.viewer.account_id, Role.GUEST, admitted=False)
        await post(world, a_room_event(call_id, silent, waiting))

        assert await contacts(call_id) == {}
        names = [each.name for each in (await call(family.son.viewer.scope, call_id)).attendance]
        assert names == ["张伟"]


class TestClosing:
    async def test_the_rooms_end_ends_the_call(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        await post(world, report(family, call_id, 2, 30, closed=True))
        found = await call_row(call_id)
        assert (found.state, found.closed_at) == (CallState.CLOSED, TONIGHT + timedelta(seconds=10))

    async def test_seconds_that_come_after_the_host_closed_still_count(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        await actions.close(world.kernel, call_id=call_id, by=family.volunteer.viewer)
        await post(world, report(family, call_id, 3, 31, closed=True))

        found = await call_row(call_id)
        assert (found.state, found.talk_seconds, found.closed_at) == (CallState.CLOSED, 31, world.clock.now())
        assert await OutboxEntry.filter(topic="CallClosed").count() == 1

    async def test_a_room_that_moved_to_another_node_goes_on(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        await post(world, report(family, call_id, 9, 10, session="after"))
        await post(world, report(family, call_id, 3, 30, session="before", closed=True))
        found = await call_row(call_id)
        assert (found.state, found.talk_seconds) == (CallState.OPEN, 40)

    async def test_children_leaving_before_the_host_came_do_not_end_it(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        child = a_seat(family.son.viewer.account_id, Role.GUEST, admitted=False)
        await post(world, a_room_event(call_id, child, closed_at=TONIGHT))
        assert (await call_row(call_id)).state is CallState.OPEN


class TestHostile:
    async def test_forged_old_and_strange_events_change_nothing(self, family: Family, world: World) -> None:
        call_id = await family.opened()
        now, body = world.clock.now(), encode_event(report(family, call_id, 1, 3600))
        strange = encode_event(a_room_event(uuid7(), talk_ms=5000))
        attempts = [
            (body, sign_event(body, b"o" * 32, now), EventNotOurs),
            (body, sign_event(body, KEY, now - timedelta(minutes=6)), EventNotOurs),
            (body.replace(b"3600", b"7200"), sign_event(body, KEY, now), EventNotOurs),
            (body, "", EventNotReadable),
            (strange, sign_event(strange, KEY, now), EventNotReadable),
        ]
        for content, signature, refusal in attempts:
            with pytest.raises(refusal):
                await attendance.receive(world.kernel, body=content, signature=signature, key=KEY)

        assert (await call_row(call_id)).talk_seconds == 0
        assert await RoomReport.all().count() == 0
