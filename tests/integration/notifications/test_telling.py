"""Telling people: the inbox always, WeChat at most once."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

import pytest

from backend.db import transaction
from backend.notifications import grants
from backend.notifications.models import Delivery, Notification, SubscriptionGrant
from backend.notifications.rules import DeliveryState, Template, Witness
from backend.notifications.telling import doubt_interrupted, handlers
from backend.outbox.box import LEASE, TRIES, drain
from backend.outbox.models import OutboxEntry
from backend.wechat import WeChat
from backend.wechat.token import Tokens
from tests.factories.calls import Family
from tests.factories.race import at_once
from tests.factories.village import Person
from tests.integration.notifications.conftest import PostOffice
from tests.waiting import until

SEND = "/cgi-bin/message/subscribe/send"


async def accept(office: PostOffice, person: Person, times: int = 1) -> str:
    """The person accepts call messages in WeChat, and their page tells us."""
    openid = ""
    for _ in range(times):
        openid = await office.subscribe(person, "call")
        await grants.accept(person.viewer.account_id, Template.CALL, Witness.PAGE, office.world.clock.now())
    return openid


async def used(person: Person) -> int:
    return (await SubscriptionGrant.get(account_id=person.viewer.account_id)).used


async def left(person: Person) -> int:
    return (await grants.left(person.viewer.account_id))[Template.CALL]


class TestInbox:
    async def test_everybody_concerned_finds_it_there(self, office: PostOffice, family: Family) -> None:
        await family.agreed()
        await office.deliver()

        assert await office.inbox(family.volunteer) == ["家人想约一次亲情连线", "您接下了一次亲情连线"]
        assert await office.inbox(family.son) == ["亲情连线约好了"]
        assert await office.inbox(family.daughter) == ["亲情连线约好了"]

    async def test_words_are_encrypted_where_they_lie(self, office: PostOffice, family: Family) -> None:
        await family.agreed()
        await office.deliver()
        for row in await Notification.all():
            assert "李秀英".encode() not in bytes(row.body)

    async def test_an_entry_handled_again_tells_nobody_twice(self, office: PostOffice, family: Family) -> None:
        openid = await accept(office, family.son, times=2)
        await family.agreed()
        await office.deliver()
        for _ in range(2):
            await OutboxEntry.all().update(done_at=None, lease_until=None)
            await office.deliver()

        assert await office.inbox(family.son) == ["亲情连线约好了"]
        assert len(await office.doors.messages(openid)) == 1
        assert await left(family.son) == 1

    async def test_two_workers_with_the_same_entry_tell_once(self, office: PostOffice, family: Family) -> None:
        openid = await accept(office, family.son, times=2)
        await family.agreed()
        await office.doors.fail(SEND, "hold", times=9)

        first = asyncio.create_task(office.deliver())
        await until(lambda: office.doors.calls(SEND))
        office.world.clock.advance(LEASE + timedelta(seconds=1))
        await office.deliver()
        await office.doors.release()
        await first

        assert len(await office.doors.messages(openid)) == 1
        assert await office.inbox(family.son) == ["亲情连线约好了"]
        assert await office.deliveries() == ["sent"]


class TestSubscription:
    async def test_an_accept_pays_for_one_message(self, office: PostOffice, family: Family) -> None:
        openid = await accept(office, family.son)
        call_id = await family.agreed()
        await office.deliver()

        (message,) = await office.doors.messages(openid)
        assert message["template_id"] == office.settings.templates["call"]
        assert message["page"] == f"call/detail?id={call_id}"
        assert message["data"] == {
            "thing1": "和李秀英的亲情连线",
            "time2": "2026年3月10日 20:00",
            "thing3": "约好了，到时点开就能视频",
        }
        assert (await left(family.son), await office.deliveries()) == (0, ["sent"])

    async def test_without_a_grant_wechat_is_not_asked(self, office: PostOffice, family: Family) -> None:
        await office.subscribe(family.son, "call")
        await family.agreed()
        await office.deliver()

        assert await office.doors.calls(SEND) == 0
        assert await office.inbox(family.son) == ["亲情连线约好了"]
        assert await office.deliveries() == []

    async def test_a_second_message_finds_the_grant_spent(self, office: PostOffice, family: Family) -> None:
        openid = await accept(office, family.son)
        await family.opened()
        await office.deliver()

        assert len(await office.doors.messages(openid)) == 1
        assert await office.inbox(family.son) == ["亲情连线约好了", "老人在等您视频"]
        assert await office.doors.calls(SEND) == 1

    async def test_without_wechat_the_inbox_is_enough(self, office: PostOffice, family: Family) -> None:
        await grants.accept(family.son.viewer.account_id, Template.CALL, Witness.PAGE, office.world.clock.now())
        await family.agreed()
        await office.deliver()
        assert await office.inbox(family.son) == ["亲情连线约好了"]
        assert await left(family.son) == 1

    async def test_a_grant_wechat_does_not_know_clears_the_ledger(self, office: PostOffice, family: Family) -> None:
        openid = await accept(office, family.son)
        await grants.accept(family.son.viewer.account_id, Template.CALL, Witness.PAGE, office.world.clock.now())
        await office.doors.reject_in_settings(openid, office.settings.templates["call"])
        await family.opened()
        await office.deliver()

        assert await office.deliveries() == ["refused"]
        assert await office.doors.calls(SEND) == 1
        assert await left(family.son) == 0
        assert len(await office.inbox(family.son)) == 2

    async def test_a_reservation_undone_with_its_transaction_is_no_reservation(
        self, office: PostOffice, family: Family
    ) -> None:
        await accept(office, family.son)

        async def reserve_and_break() -> None:
            async with transaction():
                assert await grants.reserve(family.son.viewer.account_id, Template.CALL)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await reserve_and_break()
        assert await left(family.son) == 1

    async def test_two_at_once_get_one_grant(self, office: PostOffice, family: Family) -> None:
        await accept(office, family.son)

        async def reserve() -> bool:
            async with transaction():
                return await grants.reserve(family.son.viewer.account_id, Template.CALL)

        mine = SubscriptionGrant.filter(account_id=family.son.viewer.account_id)
        assert sorted(map(str, await at_once(mine, *[reserve() for _ in range(3)]))) == ["False", "False", "True"]


class TestBadDays:
    async def test_what_was_surely_not_sent_is_tried_again(self, office: PostOffice, family: Family) -> None:
        openid = await accept(office, family.son)
        await family.agreed()
        await office.doors.fail(SEND, "errcode", errcode=-1)

        await office.deliver()
        assert await office.deliveries() == ["waiting"]
        assert await left(family.son) == 1
        office.world.clock.advance(timedelta(minutes=1))
        await office.deliver()

        assert await office.deliveries() == ["sent"]
        assert len(await office.doors.messages(openid)) == 1
        assert await office.inbox(family.son) == ["亲情连线约好了"]

    async def test_it_is_given_up_in_the_end_and_no_letter_is_dead(self, office: PostOffice, family: Family) -> None:
        await accept(office, family.son)
        await family.agreed()
        await office.doors.fail(SEND, "errcode", times=99, errcode=-1)
        for _ in range(TRIES):
            await office.deliver()
            office.world.clock.advance(timedelta(minutes=30))

        assert await office.deliveries() == ["refused"]
        assert await office.doors.calls(SEND) == TRIES
        assert await OutboxEntry.filter(done_at=None).count() == 0
        assert await left(family.son) == 1

    async def test_one_who_cannot_be_reached_does_not_hold_up_the_others(
        self, office: PostOffice, family: Family
    ) -> None:
        openids = [await accept(office, child) for child in (family.son, family.daughter)]
        await family.agreed()
        await office.doors.fail(SEND, "errcode", errcode=-1)
        await office.deliver()

        assert sorted(await office.deliveries()) == ["sent", "waiting"]
        assert sum([len(await office.doors.messages(openid)) for openid in openids]) == 1

    @pytest.mark.parametrize("way", ["drop_after", "http", "garbage"])
    async def test_an_answer_that_was_lost_is_unknown_and_never_sent_again(
        self, office: PostOffice, family: Family, way: str
    ) -> None:
        openid = await accept(office, family.son, times=2)
        await family.agreed()
        await office.doors.fail(SEND, way)
        await office.deliver()
        for _ in range(3):
            await OutboxEntry.all().update(done_at=None, lease_until=None)
            await office.deliver()

        assert await office.deliveries() == ["unknown"]
        assert await office.doors.calls(SEND) == 1
        assert len(await office.doors.messages(openid)) == (1 if way == "drop_after" else 0)
        assert await used(family.son) == 1
        assert await office.inbox(family.son) == ["亲情连线约好了"]

    @pytest.mark.parametrize("errcode", [40003, 47003, 45009, 40164])
    async def test_a_plain_no_is_not_repeated_and_gives_the_grant_back(
        self, office: PostOffice, family: Family, errcode: int
    ) -> None:
        await accept(office, family.son)
        await family.agreed()
        await office.doors.fail(SEND, "errcode", errcode=errcode)
        await office.deliver()

        (row,) = await Delivery.all()
        assert (row.state, await left(family.son)) == (DeliveryState.REFUSED, 1)
        assert row.error
        assert await OutboxEntry.filter(done_at=None).count() == 0


class DiesAfterSending(WeChat):
    """WeChat takes the message, and we are killed before we know."""

    async def send_subscription(self, openid: str, template_id: str, page: str, data: Mapping[str, str]) -> None:
        await super().send_subscription(openid, template_id, page, data)
        raise asyncio.CancelledError


async def die_before_wechat_answers(office: PostOffice) -> None:
    await office.doors.fail(SEND, "hold")
    worker = asyncio.create_task(office.deliver())
    await until(lambda: office.doors.calls(SEND))
    assert await office.deliveries() == ["sending"]
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    await office.doors.release()


async def die_before_the_mark(office: PostOffice) -> None:
    dying = DiesAfterSending(office.settings, office.http, Tokens(office.settings, office.http, office.redis))
    worker = asyncio.create_task(drain(office.world.kernel, handlers(office.world.kernel, dying, office.settings)))
    await asyncio.gather(worker, return_exceptions=True)
    assert worker.cancelled()
    assert await office.deliveries() == ["sending"]


class TestCrash:
    @pytest.mark.parametrize(("die", "received"), [(die_before_wechat_answers, 0), (die_before_the_mark, 1)])
    async def test_after_the_restart_nothing_is_sent_twice_and_the_inbox_has_it(
        self, office: PostOffice, family: Family, die: Callable[[PostOffice], Awaitable[None]], received: int
    ) -> None:
        openid = await accept(office, family.son, times=2)
        await family.agreed()
        await die(office)
        office.world.clock.advance(LEASE + timedelta(seconds=1))
        await office.deliver()

        assert await office.deliveries() == ["unknown"]
        assert await office.doors.calls(SEND) == 1
        assert len(await office.doors.messages(openid)) == received
        assert await office.inbox(family.son) == ["亲情连线约好了"]
        assert await office.inbox(family.daughter) == ["亲情连线约好了"]
        assert (await used(family.son), await left(family.son)) == (1, 1)

    async def test_what_was_interrupted_long_ago_is_doubted_at_the_start(
        self, office: PostOffice, family: Family
    ) -> None:
        await accept(office, family.son)
        await family.agreed()
        await die_before_the_mark(office)

        assert await doubt_interrupted(office.world.kernel) == 0
        office.world.clock.advance(timedelta(minutes=3))
        assert await doubt_interrupted(office.world.kernel) == 1
        assert await office.deliveries() == ["unknown"]
