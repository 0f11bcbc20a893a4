"""Who is told of incidents: whom a concern names, never."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from backend.incidents import audience, facts
from backend.incidents.rules import ConcernKind, IncidentState, IncidentStep
from backend.kit.clock import shanghai_day
from backend.notifications import incident_texts as texts
from backend.notifications.news import Letter, News
from backend.notifications.texts import Message
from backend.outbox.box import Fact


def _to(accounts: Iterable[UUID], message: Message) -> list[Letter]:
    return [Letter(account, message) for account in dict.fromkeys(accounts)]


async def raised(fact: facts.IncidentRaised, now: datetime) -> list[Letter]:
    """The elder's children, in parallel to the office (R094)."""
    story = await audience.incident_story(fact.incident_id)
    if story is None:
        return []
    message = texts.family_told(story.elder, ConcernKind(story.kind), fact.incident_id)
    return _to(await audience.family(fact.incident_id), message)


async def asked(fact: facts.IncidentAsked, now: datetime) -> list[Letter]:
    """Whoever is on duty; told late, when somebody has answered, nobody."""
    story = await audience.incident_story(fact.incident_id)
    if story is None or story.state != IncidentState.RAISED:
        return []
    message = texts.office_asked(story.elder, story.village, ConcernKind(story.kind), fact.incident_id)
    return _to(await audience.asked(fact.incident_id, fact.step_id, shanghai_day(now)), message)


async def unanswered(fact: facts.IncidentUnanswered, now: datetime) -> list[Letter]:
    """Everybody whose office may know of it."""
    story = await audience.incident_story(fact.incident_id)
    if story is None or story.state != IncidentState.RAISED:
        return []
    message = texts.unanswered(story.elder, story.village, ConcernKind(story.kind), fact.incident_id)
    return _to(await audience.everybody(fact.incident_id, story, shanghai_day(now)), message)


async def unread(fact: facts.IncidentUnread, now: datetime) -> list[Letter]:
    story = await audience.incident_story(fact.incident_id)
    if story is None:
        return []
    message = texts.ring_now(story.elder, story.village, fact.incident_id)
    return _to(await audience.ringers(fact.incident_id, story, shanghai_day(now)), message)


async def moved(fact: facts.IncidentMoved, now: datetime) -> list[Letter]:
    """The family that was told, and whoever raised it."""
    story = await audience.incident_story(fact.incident_id)
    if story is None:
        return []
    message = texts.moved(IncidentStep(fact.step), story.elder, fact.incident_id)
    return _to([*await audience.family(fact.incident_id), story.raised_by], message) if message else []


INCIDENT_NEWS: dict[type[Fact], News] = {
    facts.IncidentRaised: raised,
    facts.IncidentAsked: asked,
    facts.IncidentUnanswered: unanswered,
    facts.IncidentUnread: unread,
    facts.IncidentMoved: moved,
}
