"""The ledger of subscription grants, told by pages and by WeChat's pushes in any order."""

import asyncio
from datetime import timedelta

from backend.notifications import grants
from backend.notifications.actions import report_answers, take_push
from backend.notifications.models import ReceivedPush
from backend.notifications.rules import Answer, Template
from backend.settings import Settings
from backend.wechat.events import (
    ProfileModified,
    Push,
    SubscriptionsAnswered,
    SubscriptionsChanged,
    TemplateAnswer,
)
from tests.factories.calls import Family, give_openid
from tests.factories.village import MORNING, Person, World

TEMPLATES = Settings.read({}).wechat.templates
LATER, LAST = MORNING + timedelta(minutes=1), MORNING + timedelta(minutes=2)


async def page(world: World, person: Person, answer: Answer) -> None:
    """The person answers on a page, and the page tells us."""
    await report_answers(world.kernel, answers={Template.CALL: answer}, by=person.viewer)


def popup(openid: str, *, accepted: bool = True, key: str = "1", template_id: str | None = None) -> Push:
    """WeChat tells of the same."""
    answer = TemplateAnswer(template_id or TEMPLATES["call"], accepted)
    return Push(key, MORNING, SubscriptionsAnswered(openid, (answer,)))


async def left(person: Person) -> int:
    return (await grants.left(person.viewer.account_id))[Template.CALL]


class TestAccept:
    async def test_seen_by_page_and_event_is_one(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await page(world, family.son, Answer.ACCEPT)
        await take_push(world.kernel, popup(openid), TEMPLATES)
        assert await left(family.son) == 1

    async def test_seen_by_either_is_enough(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await take_push(world.kernel, popup(openid), TEMPLATES)
        await page(world, family.daughter, Answer.ACCEPT)
        assert (await left(family.son), await left(family.daughter)) == (1, 1)

    async def test_many_at_once_are_all_counted(self, world: World, family: Family) -> None:
        await asyncio.gather(*[page(world, family.son, Answer.ACCEPT) for _ in range(5)])
        assert await left(family.son) == 5

    async def test_a_ban_or_filter_changes_nothing(self, world: World, family: Family) -> None:
        await page(world, family.son, Answer.ACCEPT)
        for answer in (Answer.BAN, Answer.FILTER):
            await page(world, family.son, answer)
        assert await left(family.son) == 1


class TestReject:
    async def test_withdraws_what_was_granted(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await page(world, family.son, Answer.ACCEPT)
        await take_push(world.kernel, popup(openid), TEMPLATES)
        world.clock.advance(timedelta(minutes=1))
        await page(world, family.son, Answer.REJECT)
        assert await left(family.son) == 0

    async def test_in_wechats_settings_withdraws_too(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await page(world, family.son, Answer.ACCEPT)
        changed = SubscriptionsChanged(openid, (TemplateAnswer(TEMPLATES["call"], False),))
        await take_push(world.kernel, Push("2", LATER, changed), TEMPLATES)
        assert await left(family.son) == 0

    async def test_switching_on_again_in_the_settings_grants_nothing(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        changed = SubscriptionsChanged(openid, (TemplateAnswer(TEMPLATES["call"], True),))
        await take_push(world.kernel, Push("2", LATER, changed), TEMPLATES)
        assert await left(family.son) == 0

    async def test_a_late_event_from_before_it_brings_nothing_back(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await page(world, family.son, Answer.ACCEPT)
        world.clock.advance(timedelta(minutes=1))
        await page(world, family.son, Answer.REJECT)
        await take_push(world.kernel, popup(openid), TEMPLATES)
        assert await left(family.son) == 0

    async def test_its_second_report_takes_nothing_given_since(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await page(world, family.son, Answer.REJECT)
        world.clock.advance(timedelta(minutes=1))
        await page(world, family.son, Answer.ACCEPT)
        await take_push(world.kernel, popup(openid, accepted=False), TEMPLATES)
        assert await left(family.son) == 1


class TestPush:
    async def test_repeated_takes_effect_once(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await asyncio.gather(*[take_push(world.kernel, popup(openid), TEMPLATES) for _ in range(3)])
        await take_push(world.kernel, popup(openid), TEMPLATES)
        assert await left(family.son) == 1

    async def test_is_remembered_without_naming_the_person(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await take_push(world.kernel, popup(openid, key=f"event|{openid}"), TEMPLATES)
        (row,) = await ReceivedPush.all()
        assert openid.encode() not in bytes(row.key_hash)

    async def test_of_a_stranger_or_a_template_not_ours_changes_nothing(self, world: World, family: Family) -> None:
        openid = await give_openid(world, family.son)
        await take_push(world.kernel, popup("o-stranger"), TEMPLATES)
        await take_push(world.kernel, popup(openid, key="2", template_id="elsewhere"), TEMPLATES)
        assert await left(family.son) == 0

    async def test_of_another_kind_leaves_the_ledger_alone(self, world: World, family: Family) -> None:
        await page(world, family.son, Answer.ACCEPT)
        openid = await give_openid(world, family.son)
        await take_push(world.kernel, Push("3", LAST, ProfileModified(openid)), TEMPLATES)
        assert await left(family.son) == 1
