"""Who is reminded of and asked about agreements. Nobody is written to about one who has died."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from backend.agreements.facts import (
    AgreementAsked,
    AgreementQuestioned,
    AgreementReminded,
    AgreementReplied,
    RenewalDue,
)
from backend.agreements.notices import Notice
from backend.kit.clock import shanghai_day
from backend.notifications import agreement_texts as texts
from backend.notifications import audience
from backend.notifications.news import Letter, News
from backend.notifications.texts import Message, Where
from backend.outbox.box import Fact


async def reminded(fact: AgreementReminded, now: datetime) -> list[Letter]:
    """Whoever the step waits for."""
    elder, today, notice = await audience.elder_living(fact.elder_id), shanghai_day(now), Notice(fact.notice)
    if elder is None or elder.left:
        return []
    if notice is Notice.ASK_AGAIN:
        near = await audience.near(fact.elder_id, elder.village_id, today)
        return _to(near, texts.reminded(notice, elder.name, Where.VISITS))
    assert fact.agreement_id is not None
    committee = await audience.committee(elder.village_id, today)
    family, office = Where.AGREEMENT.at(fact.agreement_id), Where.OFFICE_AGREEMENT.at(fact.agreement_id)
    match notice:
        case Notice.SIGN:
            return _to(await audience.unsigned(fact.agreement_id), texts.reminded(notice, elder.name, family))
        case Notice.FILE:
            return _to(committee, texts.reminded(notice, elder.name, office))
        case Notice.FILE_LATE:
            township = await audience.township_over(elder.village_id, today)
            return _to(township, texts.reminded(notice, elder.name, office))
        case _:
            drafter = await audience.drafter(fact.agreement_id)
            page = office if drafter in committee else family
            return _to([drafter], texts.reminded(notice, elder.name, page))


async def renewal_due(fact: RenewalDue, now: datetime) -> list[Letter]:
    """The family and the caregivers; the committee in its own place."""
    elder = await audience.elder_living(fact.elder_id)
    if elder is None or elder.left:
        return []
    return await _to_both_sides(
        fact.elder_id,
        fact.agreement_id,
        await audience.committee(elder.village_id, shanghai_day(now)),
        lambda page: texts.renewal_due(elder.name, fact.ends_on, page),
    )


async def questioned(fact: AgreementQuestioned, now: datetime) -> list[Letter]:
    """Parties, supporters and committee; both villages' where the elder moved."""
    elder, today = await audience.elder_living(fact.elder_id), shanghai_day(now)
    if elder is None:
        return []
    committee = await audience.committee(elder.village_id, today)
    if fact.from_village_id is not None:
        committee += await audience.committee(fact.from_village_id, today)
    return await _to_both_sides(
        fact.elder_id,
        fact.agreement_id,
        committee,
        lambda page: texts.questioned(Notice(fact.notice), elder.name, page),
    )


async def agreement_asked(fact: AgreementAsked, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    those = await audience.asked(fact.asked, fact.elder_id, fact.agreement_id, shanghai_day(now))
    return _to(those, texts.agreement_asked(elder.name, fact.agreement_id)) if elder else []


async def agreement_replied(fact: AgreementReplied, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    committee = await audience.committee(fact.village_id, shanghai_day(now))
    return _to(committee, texts.agreement_replied(elder.name, fact.agreement_id)) if elder else []


async def _to_both_sides(
    elder_id: UUID, agreement_id: UUID, committee: list[UUID], words: Callable[[str], Message]
) -> list[Letter]:
    family = await audience.supporters(elder_id) + await audience.parties_of(agreement_id)
    office = [each for each in committee if each not in family]
    return [
        *_to(family, words(Where.AGREEMENT.at(agreement_id))),
        *_to(office, words(Where.OFFICE_AGREEMENT.at(agreement_id))),
    ]


def _to(accounts: Iterable[UUID], message: Message) -> list[Letter]:
    return [Letter(account, message) for account in dict.fromkeys(accounts)]


AGREEMENT_NEWS: dict[type[Fact], News] = {
    AgreementAsked: agreement_asked,
    AgreementReplied: agreement_replied,
    AgreementReminded: reminded,
    RenewalDue: renewal_due,
    AgreementQuestioned: questioned,
}
