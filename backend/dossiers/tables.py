"""Which rows of which table belong to an elder's file, and which to the holder of an account.

A table with a personal column that is in neither place is a fault that a test finds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tortoise.expressions import Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from backend.accounts.models import Account, Membership
from backend.agreements.models import Act, Agreement, AgreementQuestion, AgreementSpan, Party, Wish
from backend.calls.models import Call, CallOutcome, ElderAnswer, HostOffer
from backend.consents.models import Consent
from backend.consents.rules import Whose
from backend.corrections.models import Correction
from backend.dossiers.models import VillageCard
from backend.elders.models import (
    AbilityAssessment,
    Absence,
    Alert,
    Elder,
    EligibilityJudgement,
    Stay,
    TierOverrideRecord,
    TierSpan,
)
from backend.families.models import Contact, FamilyDecision, FamilyMember, FamilyTalk, FormerPhone, Whereabouts
from backend.incidents.models import DutyHolder, Incident
from backend.notifications.models import Notification
from backend.profiles.models import CapacityFinding, EmergencyContact, HouseholdFinding, ProfilePart
from backend.services.models import ServiceCard, ServiceChoice, ServiceRequest
from backend.tasks.models import Task
from backend.visits.models import (
    NoteMark,
    ProfileProposal,
    SpotCheck,
    VisitNeed,
    VisitOccasion,
    VisitorNotice,
    VisitReply,
    VisitReport,
)
from backend.volunteers.models import Pairing, Volunteer

Ids = Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Belongings:
    """A table, and its rows that belong to the persons of the given ids."""

    model: type[Model]
    of: Callable[[Ids], QuerySet[Any]]

    @property
    def table(self) -> str:
        name = self.model._meta.db_table
        assert name is not None
        return name


def _by(model: type[Model], column: str, **also: object) -> Belongings:
    return Belongings(model, lambda ids: model.filter(**{f"{column}__in": list(ids)}, **also))


def _agreements(ids: Ids) -> QuerySet[Agreement]:
    return Agreement.filter(elder_id__in=list(ids))


def _reports(ids: Ids) -> QuerySet[VisitReport]:
    return VisitReport.filter(elder_id__in=list(ids))


def _family(ids: Ids) -> QuerySet[FamilyMember]:
    return FamilyMember.filter(elder_id__in=list(ids))


def _cards(ids: Ids) -> QuerySet[ServiceCard]:
    return ServiceCard.filter(elder_id__in=list(ids))


ELDER_TABLES = (
    _by(Elder, "id"),
    _by(Stay, "elder_id"),
    _by(TierSpan, "elder_id"),
    _by(TierOverrideRecord, "elder_id"),
    _by(AbilityAssessment, "elder_id"),
    _by(EligibilityJudgement, "elder_id"),
    _by(FamilyMember, "elder_id"),
    Belongings(FormerPhone, lambda ids: FormerPhone.filter(family_member_id__in=Subquery(_family(ids).values("id")))),
    Belongings(Whereabouts, lambda ids: Whereabouts.filter(family_member_id__in=Subquery(_family(ids).values("id")))),
    _by(Contact, "elder_id"),
    _by(Pairing, "elder_id"),
    _by(Wish, "elder_id"),
    _by(Agreement, "elder_id"),
    _by(AgreementSpan, "elder_id"),
    Belongings(Party, lambda ids: Party.filter(agreement_id__in=Subquery(_agreements(ids).values("id")))),
    Belongings(
        AgreementQuestion,
        lambda ids: AgreementQuestion.filter(agreement_id__in=Subquery(_agreements(ids).values("id"))),
    ),
    Belongings(Act, lambda ids: Act.filter(agreement_id__in=Subquery(_agreements(ids).values("id")))),
    _by(Absence, "elder_id"),
    _by(VisitReport, "elder_id"),
    _by(VisitNeed, "elder_id"),
    _by(ProfileProposal, "elder_id"),
    _by(VisitOccasion, "elder_id"),
    _by(VisitorNotice, "elder_id"),
    _by(VisitReply, "elder_id"),
    Belongings(NoteMark, lambda ids: NoteMark.filter(report_id__in=Subquery(_reports(ids).values("id")))),
    _by(SpotCheck, "elder_id"),
    _by(Call, "elder_id"),
    _by(ElderAnswer, "elder_id"),
    _by(CallOutcome, "elder_id"),
    _by(Consent, "person_id", whose=Whose.ELDER),
    _by(Correction, "elder_id"),
    _by(ProfilePart, "elder_id"),
    _by(EmergencyContact, "elder_id"),
    _by(CapacityFinding, "elder_id"),
    _by(HouseholdFinding, "elder_id"),
    Belongings(ServiceChoice, lambda ids: ServiceChoice.filter(card_id__in=Subquery(_cards(ids).values("id")))),
    _by(ServiceCard, "elder_id"),
    _by(ServiceRequest, "elder_id"),
    _by(VillageCard, "elder_id"),
    _by(Alert, "elder_id"),
    _by(FamilyDecision, "elder_id"),
    _by(FamilyTalk, "elder_id"),
    _by(Task, "subject_id"),
)
ACCOUNT_TABLES = (
    _by(Account, "id"),
    _by(Membership, "account_id"),
    _by(FamilyMember, "account_id"),
    _by(Volunteer, "account_id"),
    _by(Consent, "person_id", whose=Whose.ACCOUNT),
    _by(Correction, "asked_by"),
    _by(Notification, "account_id"),
    _by(Incident, "raised_by"),
    _by(DutyHolder, "account_id"),
    _by(HostOffer, "account_id"),
)
NOT_IN_A_FILE = {
    "audit_events": "ids, enums and days of what was done; the trail outlives what it speaks of",
    "idempotent_answers": "a copy of an answer already given, gone after its time",
    "invitations": "the name of an official before there is an account; the account's own is in the file",
    "households": "doors of a village by head and address, for screening; whoever is found gets a file of their own",
    "household_checks": "what was found at a door in a screening, before anybody has a file",
    "duty_cases": "of the supporter it is about, who reads it on a page of his own; no other of the family does",
    "duty_steps": "of the supporter it is about, and of those who told the committee; gone a year after the case",
    "incident_names": "whom a concern names, kept from exactly those; the office that leads it reads it on its page",
    "incident_steps": "what an office did about a concern; a copy in the house could reach whom the concern names",
    "incident_reviews": "as the steps: for the office, and gone with the incident",
    "quality_questions": "of a visitor's entries, and what the township wrote down of asking; gone after a year",
    "upload_pieces": "parts of a photograph on its way; whole, it is in the file it was taken for",
    "sessions": "a hash of a token",
    "desktop_sign_ins": "a hash of a secret that lived for minutes",
    "room_tickets": "a hash of a ticket that lived for a minute",
    "received_pushes": "a hash by which a repeated push is known",
}
"""Tables with personal columns that are in no file of a person, and why."""
