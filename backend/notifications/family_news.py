"""What children and offices are told of contacts, talks and duty-breach cases."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from backend.families import facts
from backend.families.breach import CaseStep
from backend.kit.clock import shanghai_day
from backend.notifications import audience, family_texts
from backend.notifications.news import Letter, News
from backend.notifications.texts import Message
from backend.outbox.box import Fact


def _to(accounts: Iterable[UUID], message: Message) -> list[Letter]:
    return [Letter(account, message) for account in dict.fromkeys(accounts)]


async def contact_due(fact: facts.ContactDue, now: datetime) -> list[Letter]:
    return [Letter(fact.account_id, family_texts.contact_due())]


async def talks_due(fact: facts.TalksDue, now: datetime) -> list[Letter]:
    return _to(await audience.committee(fact.village_id, shanghai_day(now)), family_texts.talks_due(fact.elders))


async def duty_case_moved(fact: facts.DutyCaseMoved, now: datetime) -> list[Letter]:
    """Whom the case is about, once warned; an appeal goes to the township, without a name."""
    story = await audience.case_story(fact.case_id)
    if story is None:
        return []
    if fact.step == CaseStep.APPEAL:
        return _to(
            await audience.township(story.township_id, shanghai_day(now)), family_texts.duty_appealed(fact.case_id)
        )
    message = family_texts.duty_case_moved(CaseStep(fact.step))
    return [Letter(story.account_id, message)] if message and story.account_id else []


FAMILY_NEWS: dict[type[Fact], News] = {
    facts.ContactDue: contact_due,
    facts.TalksDue: talks_due,
    facts.DutyCaseMoved: duty_case_moved,
}
