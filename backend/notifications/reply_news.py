"""Who hears of thanks and questions: the visitor as long as the elder is theirs, then who else is near; the asker."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from backend.kit.clock import shanghai_day
from backend.notifications import audience, reply_texts
from backend.notifications.news import Letter, News
from backend.notifications.texts import Message
from backend.outbox.box import Fact
from backend.visits.facts import FamilyAnswered, FamilyAsked, FamilyThanked


def _to(accounts: Iterable[UUID], message: Message) -> list[Letter]:
    return [Letter(account, message) for account in dict.fromkeys(accounts)]


async def family_thanked(fact: FamilyThanked, now: datetime) -> list[Letter]:
    elder, today = await audience.elder_named(fact.elder_id), shanghai_day(now)
    if elder is None:
        return []
    visitor = await audience.visited_by(fact.report_id, fact.elder_id, elder.village_id, today)
    return [Letter(visitor, reply_texts.family_thanked(elder.name))] if visitor else []


async def family_asked(fact: FamilyAsked, now: datetime) -> list[Letter]:
    elder, today = await audience.elder_named(fact.elder_id), shanghai_day(now)
    if elder is None:
        return []
    visitor = await audience.visited_by(fact.report_id, fact.elder_id, elder.village_id, today)
    others = await audience.near(fact.elder_id, elder.village_id, today)
    return _to([visitor] if visitor else others, reply_texts.family_asked(elder.name))


async def family_answered(fact: FamilyAnswered, now: datetime) -> list[Letter]:
    """Nobody who is no longer of the family."""
    elder = await audience.elder_named(fact.elder_id)
    if elder is None or fact.said_by not in await audience.supporters(fact.elder_id):
        return []
    return [Letter(fact.said_by, reply_texts.family_answered(elder.name, fact.report_id))]


REPLY_NEWS: dict[type[Fact], News] = {
    FamilyThanked: family_thanked,
    FamilyAsked: family_asked,
    FamilyAnswered: family_answered,
}
