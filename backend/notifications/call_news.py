"""Who is told how a call comes about: who comes, who cannot, who is asked instead."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import msgspec

from backend.calls import facts
from backend.calls.rules import CallState
from backend.kit.clock import shanghai_day
from backend.notifications import audience
from backend.notifications import call_texts as texts
from backend.notifications.news import Letter, News
from backend.notifications.texts import Message
from backend.outbox.box import Fact


def _to(accounts: Iterable[UUID], message: Message, *, but: UUID | None = None) -> list[Letter]:
    return [Letter(account, message) for account in dict.fromkeys(accounts) if account != but]


async def proposed(fact: facts.CallProposed, now: datetime) -> list[Letter]:
    elder, story = await audience.elder_named(fact.elder_id), await audience.call_story(fact.call_id)
    if elder is None or story is None:
        return []
    times = msgspec.json.decode(story.times, type=list[datetime])
    near = await audience.near(fact.elder_id, elder.village_id, shanghai_day(now))
    return _to(near, texts.call_proposed(elder.name, story.proposer, times, fact.call_id))


async def taken(fact: facts.CallTaken, now: datetime) -> list[Letter]:
    """The host keeps a note; the family hears that somebody can come, unless the elder has said yes meanwhile."""
    story = await audience.call_story(fact.call_id)
    if story is None:
        return []
    promised = texts.call_promised(story.elder, fact.starts_at, fact.call_id)
    if story.state != CallState.TAKEN:
        return [Letter(fact.host_id, promised)]
    message = texts.call_taken(story.elder, story.host or "", fact.starts_at, fact.call_id)
    family = _to(await audience.supporters(fact.elder_id), message, but=fact.host_id)
    return [*family, Letter(fact.host_id, promised)]


async def opened(fact: facts.CallOpened, now: datetime) -> list[Letter]:
    """Told late, an elder no longer waits."""
    story = await audience.call_story(fact.call_id)
    if story is None or story.state != CallState.OPEN:
        return []
    message = texts.call_opened(story.elder, story.host or "", now, fact.call_id)
    return _to(await audience.supporters(fact.elder_id), message, but=fact.host_id)


async def closed(fact: facts.CallClosed, now: datetime) -> list[Letter]:
    story = await audience.call_story(fact.call_id)
    if story is None:
        return []
    message = texts.call_closed(story.elder, story.talk_seconds, fact.call_id)
    return _to(await audience.supporters(fact.elder_id), message)


async def cancelled(fact: facts.CallCancelled, now: datetime) -> list[Letter]:
    """Family and host; where nobody had taken it, those who had been asked."""
    elder, story = await audience.elder_named(fact.elder_id), await audience.call_story(fact.call_id)
    if elder is None or story is None:
        return []
    at = story.starts_at or min(msgspec.json.decode(story.times, type=list[datetime]))
    near = await audience.near(fact.elder_id, elder.village_id, shanghai_day(now))
    others = [fact.host_id] if fact.host_id else near
    message = texts.call_cancelled(elder.name, at, fact.call_id)
    return _to(await audience.supporters(fact.elder_id) + others, message, but=fact.cancelled_by)


async def agreed(fact: facts.CallAgreed, now: datetime) -> list[Letter]:
    story = await audience.call_story(fact.call_id)
    if story is None or story.state not in (CallState.AGREED, CallState.OPEN):
        return []
    message = texts.call_agreed(story.elder, story.host or "", fact.starts_at, fact.call_id)
    return _to(await audience.supporters(fact.elder_id), message, but=fact.host_id)


async def dropped_out(fact: facts.HostDroppedOut, now: datetime) -> list[Letter]:
    story = await audience.call_story(fact.call_id)
    if story is None or story.state != CallState.SEEKING:
        return []
    message = texts.host_dropped_out(story.elder, fact.starts_at, fact.call_id)
    return _to(await audience.supporters(fact.elder_id), message)


async def asked(fact: facts.HostAsked, now: datetime) -> list[Letter]:
    """Told late, when somebody has stepped in, nobody."""
    story = await audience.call_story(fact.call_id)
    if story is None or story.state != CallState.SEEKING:
        return []
    return [Letter(fact.account_id, texts.host_asked(story.elder, fact.starts_at))]


async def soon(fact: facts.CallSoon, now: datetime) -> list[Letter]:
    """The host, and the children but for those who said that they do not come."""
    story = await audience.call_story(fact.call_id)
    if story is None or story.state not in (CallState.TAKEN, CallState.AGREED) or fact.starts_at <= now:
        return []
    message = texts.call_soon(story.elder, fact.starts_at, fact.call_id)
    children = await audience.coming(fact.call_id, fact.elder_id)
    host = [story.host_id] if story.host_id else []
    return _to([*host, *children], message)


async def lapsed(fact: facts.CallLapsed, now: datetime) -> list[Letter]:
    story = await audience.call_story(fact.call_id)
    if story is None:
        return []
    return _to(await audience.supporters(fact.elder_id), texts.call_lapsed(story.elder, fact.call_id))


async def silent(fact: facts.NoCallForLong, now: datetime) -> list[Letter]:
    elder = await audience.elder_living(fact.elder_id)
    if elder is None or elder.left or fact.account_id not in await audience.supporters(fact.elder_id):
        return []
    return [Letter(fact.account_id, texts.no_call_for_long(elder.name, fact.days, fact.elder_id))]


CALL_NEWS: dict[type[Fact], News] = {
    facts.CallProposed: proposed,
    facts.CallTaken: taken,
    facts.CallOpened: opened,
    facts.CallClosed: closed,
    facts.CallCancelled: cancelled,
    facts.CallAgreed: agreed,
    facts.HostDroppedOut: dropped_out,
    facts.HostAsked: asked,
    facts.CallSoon: soon,
    facts.CallLapsed: lapsed,
    facts.NoCallForLong: silent,
}
