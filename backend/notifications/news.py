"""Facts become letters: who is told what. An elder or call that is gone is told of to nobody."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.accounts import facts as accounts
from backend.agreements import facts as agreements
from backend.agreements.rules import ActKind, PartyRole, Reason
from backend.corrections import facts as corrections
from backend.corrections.rules import CorrectionState
from backend.elders import facts as elders
from backend.elders.rules import PriorityTier
from backend.families import facts as families
from backend.kit.clock import shanghai_day
from backend.notifications import audience, texts
from backend.notifications.texts import Message, Where
from backend.outbox.box import Fact
from backend.screenings import facts as screenings
from backend.services import facts as services
from backend.tasks import facts as tasks
from backend.tasks.rules import TaskKind
from backend.visits import facts as visits
from backend.volunteers import facts as volunteers


@dataclass(frozen=True, slots=True)
class Letter:
    """One message for one person."""

    to: UUID
    message: Message


News = Callable[[Any, datetime], Awaitable[list[Letter]]]


def _to(accounts: Iterable[UUID], message: Message, *, but: UUID | None = None) -> list[Letter]:
    return [Letter(account, message) for account in dict.fromkeys(accounts) if account != but]


async def wish_recorded(fact: agreements.WishRecorded, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    words = texts.wish_willing if fact.willing else texts.wish_unwilling
    return _to(await audience.supporters(fact.elder_id), words(elder.name, fact.elder_id))


async def agreement_drafted(fact: agreements.AgreementDrafted, now: datetime) -> list[Letter]:
    """All known children are told, and may join."""
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    sign = texts.agreement_to_sign(elder.name, fact.agreement_id)
    accept = texts.agreement_to_accept(elder.name, fact.agreement_id)
    caregiver = await audience.caregivers_of(fact.agreement_id)
    return _to(await audience.supporters(fact.elder_id), sign) + _to(caregiver, accept)


async def agreement_acted(fact: agreements.AgreementActed, now: datetime) -> list[Letter]:
    """Each side hears of the other; once both are there, somebody near the elder is asked to go."""
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    if fact.kind == ActKind.SIGN:
        signed = texts.agreement_signed(elder.name, fact.agreement_id)
        letters = _to(await audience.caregivers_of(fact.agreement_id), signed)
    else:
        accepted = texts.agreement_accepted(elder.name, fact.agreement_id)
        letters = _to(await audience.supporters(fact.elder_id), accepted)
    if fact.complete:
        near = await audience.near(fact.elder_id, elder.village_id, shanghai_day(now))
        told = {letter.to for letter in letters}
        ask = texts.agreement_to_consent(elder.name, fact.agreement_id)
        letters += _to((account for account in near if account not in told), ask)
    return letters


async def agreement_handed_in(fact: agreements.AgreementHandedIn, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    committee = await audience.committee(fact.village_id, shanghai_day(now))
    return _to(committee, texts.agreement_to_confirm(elder.name, fact.agreement_id))


AgreementFact = (
    agreements.AgreementConsented
    | agreements.AgreementReturned
    | agreements.AgreementFiled
    | agreements.AgreementSealed
    | agreements.InvitationExtended
    | agreements.AgreementWithdrawn
    | agreements.AgreementResumed
)
_PROGRESS: dict[type[Fact], Callable[[str, UUID], Message]] = {
    agreements.InvitationExtended: texts.agreement_extended,
    agreements.AgreementWithdrawn: texts.agreement_withdrawn,
    agreements.AgreementResumed: texts.agreement_resumed,
    agreements.AgreementConsented: texts.agreement_consented,
    agreements.AgreementReturned: texts.agreement_returned,
    agreements.AgreementFiled: texts.agreement_filed,
    agreements.AgreementSealed: texts.agreement_sealed,
}


async def agreement_moved(fact: AgreementFact, now: datetime) -> list[Letter]:
    """The parties: the elder's supporters and the caregiver."""
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    parties = await audience.supporters(fact.elder_id) + await audience.parties_of(fact.agreement_id)
    return _to(parties, _PROGRESS[type(fact)](elder.name, fact.agreement_id))


async def agreement_declined(fact: agreements.AgreementDeclined, now: datetime) -> list[Letter]:
    """A refusal reaches everyone who has signed, and all it names."""
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    parties = await audience.supporters(fact.elder_id) + await audience.parties_of(fact.agreement_id)
    return _to(parties, texts.agreement_declined(elder.name, PartyRole(fact.role), fact.agreement_id))


async def signature_doubted(fact: agreements.SignatureDoubted, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    committee = await audience.committee(elder.village_id, shanghai_day(now))
    parties = await audience.parties_of(fact.agreement_id)
    told = texts.signature_doubted(elder.name, fact.filed, fact.agreement_id, consent=fact.consent)
    return _to([*parties, *committee], told)


async def agreement_postponed(fact: agreements.AgreementPostponed, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    parties = await audience.parties_of(fact.agreement_id)
    return _to(parties, texts.agreement_postponed(elder.name, fact.ask_again_on, fact.agreement_id))


async def elder_declined(fact: agreements.ElderDeclined, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    committee = await audience.committee(elder.village_id, shanghai_day(now))
    parties = await audience.supporters(fact.elder_id) + await audience.parties_of(fact.agreement_id)
    words = texts.agreement_stopped_by_elder if fact.ended else texts.agreement_refused_by_elder
    return _to([*parties, *committee], words(elder.name, fact.agreement_id))


async def agreement_suspended(fact: agreements.AgreementSuspended, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    committee = await audience.committee(elder.village_id, shanghai_day(now))
    parties = await audience.supporters(fact.elder_id) + await audience.parties_of(fact.agreement_id)
    words = texts.agreement_suspended(elder.name, Reason(fact.reason), fact.until, fact.agreement_id)
    return _to([*parties, *committee], words)


async def agreement_ended(fact: agreements.AgreementEnded, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    if elder is None or fact.reason == Reason.DIED:  # nobody is written to about a death
        return []
    committee = await audience.committee(elder.village_id, shanghai_day(now))
    parties = await audience.supporters(fact.elder_id) + await audience.parties_of(fact.agreement_id)
    return _to([*parties, *committee], texts.agreement_ended(elder.name, Reason(fact.reason), fact.agreement_id))


async def visit_reported(fact: visits.VisitReported, now: datetime) -> list[Letter]:
    """Each child once; nobody where the elder wants nothing of it shown and nothing cries for help."""
    elder, story = await audience.elder_named(fact.elder_id), await audience.visit_story(fact.report_id)
    if elder is None or story is None or not await audience.told_of_visit(fact.elder_id, fact.report_id):
        return []
    message = texts.visit_reported(elder.name, story.visitor, story.visited_at, fact.report_id)
    return _to(await audience.supporters(fact.elder_id), message)


async def place_claimed(fact: families.PlaceClaimed, now: datetime) -> list[Letter]:
    elder, story = await audience.elder_named(fact.elder_id), await audience.place_story(fact.family_member_id)
    if elder is None or story is None:
        return []
    message = texts.place_claimed(elder.name, story.name, story.relation, fact.elder_id)
    return _to(await audience.committee(elder.village_id, shanghai_day(now)), message, but=story.account_id)


async def place_confirmed(fact: families.PlaceConfirmed, now: datetime) -> list[Letter]:
    elder, story = await audience.elder_named(fact.elder_id), await audience.place_story(fact.family_member_id)
    if elder is None or story is None:
        return []
    return [Letter(story.account_id, texts.place_confirmed(elder.name, fact.elder_id))]


async def authorization_withdrawn(fact: accounts.AuthorizationWithdrawn, now: datetime) -> list[Letter]:
    """Whose WeChat account is gone cannot sign in to read it."""
    return [] if fact.cancelled else [Letter(fact.account_id, texts.authorization_withdrawn())]


async def whereabouts_due(fact: families.WhereaboutsDue, now: datetime) -> list[Letter]:
    return [Letter(fact.account_id, texts.whereabouts_due())]


async def service_requested(fact: services.ServiceRequested, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    committee = await audience.committee(elder.village_id, shanghai_day(now))
    return _to(committee, texts.service_requested(elder.name, fact.elder_id), but=fact.raised_by)


async def service_request_answered(fact: services.ServiceRequestAnswered, now: datetime) -> list[Letter]:
    elder = await audience.elder_named(fact.elder_id)
    return [Letter(fact.raised_by, texts.service_request_answered(elder.name))] if elder else []


async def volunteer_applied(fact: volunteers.VolunteerApplied, now: datetime) -> list[Letter]:
    story = await audience.volunteer_story(fact.volunteer_id)
    if story is None:
        return []
    committee = await audience.committee(fact.village_id, shanghai_day(now))
    return _to(committee, texts.volunteer_applied(story.name), but=story.account_id)


async def volunteer_trained(fact: volunteers.VolunteerTrained, now: datetime) -> list[Letter]:
    story = await audience.volunteer_story(fact.volunteer_id)
    return [Letter(story.account_id, texts.volunteer_trained())] if story else []


async def volunteer_paired(fact: volunteers.VolunteerPaired, now: datetime) -> list[Letter]:
    elder, story = await audience.elder_named(fact.elder_id), await audience.volunteer_story(fact.volunteer_id)
    if elder is None or story is None:
        return []
    family = texts.family_of_paired(elder.name, story.name, fact.elder_id)
    letters = _to(await audience.supporters(fact.elder_id), family, but=story.account_id)
    return [*letters, Letter(story.account_id, texts.volunteer_paired(elder.name))]


async def correction_asked(fact: corrections.CorrectionAsked, now: datetime) -> list[Letter]:
    elder, story = await audience.elder_named(fact.elder_id), await audience.correction_story(fact.correction_id)
    if elder is None or story is None:
        return []
    message = texts.correction_asked(elder.name, story.asker, fact.elder_id)
    return _to(await audience.committee(elder.village_id, shanghai_day(now)), message, but=story.asked_by)


async def correction_answered(fact: corrections.CorrectionAnswered, now: datetime) -> list[Letter]:
    elder, story = await audience.elder_named(fact.elder_id), await audience.correction_story(fact.correction_id)
    if elder is None or story is None:
        return []
    corrected = story.state == CorrectionState.CORRECTED
    return [Letter(story.asked_by, texts.correction_answered(elder.name, corrected, fact.elder_id))]


async def task_raised(fact: tasks.TaskRaised, now: datetime) -> list[Letter]:
    """The committee it waits for; settled before anybody was told, nobody is."""
    story = await audience.task_story(fact.task_id)
    if story is None:
        return []
    committee = await audience.committee(story.division_id, shanghai_day(now))
    return _to(committee, texts.task_raised(TaskKind(fact.kind), story.elder, story.due_at))


async def key_help_listed(fact: elders.KeyHelpListed, now: datetime) -> list[Letter]:
    """The family is asked to care more (R035)."""
    elder = await audience.elder_named(fact.elder_id)
    if elder is None:
        return []
    return _to(await audience.supporters(fact.elder_id), texts.key_help_listed(elder.name, fact.elder_id))


async def key_help_reported(fact: elders.KeyHelpReported, now: datetime) -> list[Letter]:
    story = await audience.report_story(fact.village_id, fact.report_id)
    if story is None:
        return []
    office = await audience.township(story.township_id, shanghai_day(now))
    return _to(office, texts.key_help_reported(story.village, story.elders))


async def tier_changed(fact: elders.TierChanged, now: datetime) -> list[Letter]:
    """Who visits and who plans the visits (R029). New reasons for the same tier change nothing for them."""
    elder = await audience.elder_named(fact.elder_id)
    if elder is None or fact.before is None or fact.before == fact.after:
        return []
    today, tiers = shanghai_day(now), (PriorityTier(fact.before), PriorityTier(fact.after))
    visitors = await audience.visitors(fact.elder_id, today)
    planners = [each for each in await audience.committee(elder.village_id, today) if each not in visitors]
    return [
        *_to(visitors, texts.tier_changed(elder.name, *tiers, Where.VISITS)),
        *_to(planners, texts.tier_changed(elder.name, *tiers, Where.OFFICE_ELDER.at(fact.elder_id))),
    ]


async def screening_opened(fact: screenings.ScreeningOpened, now: datetime) -> list[Letter]:
    story = await audience.campaign_story(fact.campaign_id)
    if story is None:
        return []
    committees = await audience.committees_under(story.division_id, shanghai_day(now))
    return _to(committees, texts.screening_opened(story.name, story.ends_on))


NEWS: dict[type[Fact], News] = {
    agreements.WishRecorded: wish_recorded,
    agreements.AgreementDrafted: agreement_drafted,
    agreements.AgreementActed: agreement_acted,
    agreements.AgreementConsented: agreement_moved,
    agreements.AgreementHandedIn: agreement_handed_in,
    agreements.AgreementReturned: agreement_moved,
    agreements.AgreementFiled: agreement_moved,
    agreements.AgreementSealed: agreement_moved,
    agreements.InvitationExtended: agreement_moved,
    agreements.AgreementWithdrawn: agreement_moved,
    agreements.AgreementResumed: agreement_moved,
    agreements.AgreementDeclined: agreement_declined,
    agreements.SignatureDoubted: signature_doubted,
    agreements.AgreementPostponed: agreement_postponed,
    agreements.ElderDeclined: elder_declined,
    agreements.AgreementSuspended: agreement_suspended,
    agreements.AgreementEnded: agreement_ended,
    visits.VisitReported: visit_reported,
    families.PlaceClaimed: place_claimed,
    families.PlaceConfirmed: place_confirmed,
    families.WhereaboutsDue: whereabouts_due,
    accounts.AuthorizationWithdrawn: authorization_withdrawn,
    services.ServiceRequested: service_requested,
    services.ServiceRequestAnswered: service_request_answered,
    volunteers.VolunteerApplied: volunteer_applied,
    volunteers.VolunteerTrained: volunteer_trained,
    volunteers.VolunteerPaired: volunteer_paired,
    corrections.CorrectionAsked: correction_asked,
    corrections.CorrectionAnswered: correction_answered,
    tasks.TaskRaised: task_raised,
    elders.KeyHelpListed: key_help_listed,
    elders.KeyHelpReported: key_help_reported,
    elders.TierChanged: tier_changed,
    screenings.ScreeningOpened: screening_opened,
}
