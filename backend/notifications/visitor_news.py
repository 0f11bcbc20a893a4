"""What families, visitors and committees are told of who visits whom, and of visits that are asked for."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from backend.kit.clock import shanghai_day
from backend.notifications import audience, visitor_audience, visitor_texts
from backend.notifications.news import Letter, News
from backend.notifications.texts import Message, Where
from backend.outbox.box import Fact
from backend.visits import facts


def _to(accounts: Iterable[UUID], message: Message) -> list[Letter]:
    return [Letter(account, message) for account in dict.fromkeys(accounts)]


async def visitor_assigned(fact: facts.VisitorAssigned, now: datetime) -> list[Letter]:
    """The family is told of a responsible visitor; both visitors of their part. None of one replaced meanwhile."""
    story = await visitor_audience.visitor_story(fact.assignment_id)
    if story is None:
        return []
    letters = [Letter(story.visitor_id, visitor_texts.visitor_chosen(story.elder))]
    before = await visitor_audience.former_visitor(fact.before_id) if fact.before_id else None
    if before is not None and before != story.visitor_id:
        letters.append(Letter(before, visitor_texts.visitor_released(story.elder)))
    if story.responsible:
        told = visitor_texts.visitor_told(story.elder, story.visitor, fact.elder_id)
        letters += _to(await audience.supporters(fact.elder_id), told)
    return letters


async def visitor_ended(fact: facts.VisitorEnded, now: datetime) -> list[Letter]:
    """The committee is to find another, unless it has."""
    elder = await visitor_audience.without_visitor(fact.assignment_id)
    if elder is None:
        return []
    return _to(await audience.committee(elder.village_id, shanghai_day(now)), visitor_texts.visitor_missing(elder.name))


async def weather_visits_ordered(fact: facts.WeatherVisitsOrdered, now: datetime) -> list[Letter]:
    """Committee and visitors of the village, while there is time."""
    today = shanghai_day(now)
    if fact.until < today:
        return []
    village, visitors = (
        await visitor_audience.village_named(fact.village_id),
        await visitor_audience.visitors_in(fact.village_id),
    )
    committee = await audience.committee(fact.village_id, today)
    to_visitors = visitor_texts.weather_visits(village, fact.until, Where.VISITS)
    at_desk = visitor_texts.weather_visits(village, fact.until, Where.VISITORS)
    return [
        *_to(committee, at_desk),
        *_to([each for each in visitors if each not in committee], to_visitors),
    ]


async def event_visit_asked(fact: facts.EventVisitAsked, now: datetime) -> list[Letter]:
    """Whoever visits the elder, or the committee where nobody does."""
    story = await visitor_audience.event_story(fact.occasion_id)
    if story is None or story.due_at <= now:
        return []
    hours = max(1, -(-(story.due_at - now) // timedelta(hours=1)))
    if story.visitor_id:
        return _to([story.visitor_id], visitor_texts.event_visit(story.elder, hours, Where.VISITS))
    committee = await audience.committee(story.village_id, shanghai_day(now))
    return _to(committee, visitor_texts.event_visit(story.elder, hours, Where.VISITORS))


VISITOR_NEWS: dict[type[Fact], News] = {
    facts.VisitorAssigned: visitor_assigned,
    facts.VisitorEnded: visitor_ended,
    facts.WeatherVisitsOrdered: weather_visits_ordered,
    facts.EventVisitAsked: event_visit_asked,
}
