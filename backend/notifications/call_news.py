"""Who is told how a call comes about: who comes, who cannot, who is asked instead."""

from datetime import datetime

from backend.calls import facts
from backend.calls.rules import CallState
from backend.notifications import audience
from backend.notifications import call_texts as texts
from backend.notifications.news import Letter, News
from backend.outbox.box import Fact


async def agreed(fact: facts.CallAgreed, now: datetime) -> list[Letter]:
    story = await audience.call_story(fact.call_id)
    if story is None or story.state != CallState.AGREED:
        return []
    message = texts.call_agreed(story.elder, story.host or "", fact.starts_at, fact.call_id)
    return [Letter(each, message) for each in await audience.supporters(fact.elder_id) if each != fact.host_id]


async def dropped_out(fact: facts.HostDroppedOut, now: datetime) -> list[Letter]:
    story = await audience.call_story(fact.call_id)
    if story is None or story.state != CallState.SEEKING:
        return []
    message = texts.host_dropped_out(story.elder, fact.starts_at, fact.call_id)
    return [Letter(each, message) for each in await audience.supporters(fact.elder_id)]


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
    return [Letter(each, message) for each in dict.fromkeys([*host, *children])]


async def lapsed(fact: facts.CallLapsed, now: datetime) -> list[Letter]:
    story = await audience.call_story(fact.call_id)
    if story is None:
        return []
    children = await audience.supporters(fact.elder_id)
    return [Letter(each, texts.call_lapsed(story.elder, fact.call_id)) for each in children]


async def silent(fact: facts.NoCallForLong, now: datetime) -> list[Letter]:
    elder = await audience.elder_living(fact.elder_id)
    if elder is None or elder.left or fact.account_id not in await audience.supporters(fact.elder_id):
        return []
    return [Letter(fact.account_id, texts.no_call_for_long(elder.name, fact.days, fact.elder_id))]


CALL_NEWS: dict[type[Fact], News] = {
    facts.CallAgreed: agreed,
    facts.HostDroppedOut: dropped_out,
    facts.HostAsked: asked,
    facts.CallSoon: soon,
    facts.CallLapsed: lapsed,
    facts.NoCallForLong: silent,
}
