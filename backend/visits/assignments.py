"""Who may be made to visit an elder (R060, R062-R064)."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum

from backend.accounts.roles import Role
from backend.visits.errors import HandedOverInFuture, VisitorNotPaired, VisitorNotPossible


class AssignmentKind(StrEnum):
    """The one responsible for the visits, or the guarantee cadre, who comes in a rhythm of his own (R064)."""

    RESPONSIBLE = "responsible"
    CADRE = "cadre"


class VisitorKind(StrEnum):
    """In what capacity somebody visits (R060)."""

    COMMITTEE_MEMBER = "committee_member"
    CADRE = "cadre"
    SOCIAL_WORKER = "social_worker"
    VOLUNTEER = "volunteer"
    KIN = "kin"


class NoticeTo(StrEnum):
    """Who is told in writing."""

    ELDER = "elder"
    SUPPORTER = "supporter"


ROLES: Mapping[VisitorKind, frozenset[Role]] = {
    VisitorKind.COMMITTEE_MEMBER: frozenset({Role.COMMITTEE}),
    VisitorKind.CADRE: frozenset({Role.COMMITTEE, Role.TOWNSHIP}),
    VisitorKind.SOCIAL_WORKER: frozenset({Role.VOLUNTEER}),
    VisitorKind.VOLUNTEER: frozenset({Role.VOLUNTEER}),
    VisitorKind.KIN: frozenset({Role.CAREGIVER}),
}
"""The role under which each files what he saw: one that reaches the elder and may report."""
VISITORS = tuple(role for role in Role if any(role in roles for roles in ROLES.values()))


def check_visitor(kind: AssignmentKind, visitor: VisitorKind, roles: Collection[str], *, paired: bool) -> None:
    """`roles` are those by which the account reaches the elder today, `paired`: as a volunteer of this elder.

    Raises VisitorNotPossible, VisitorNotPaired.
    """
    if kind is AssignmentKind.CADRE and visitor not in (VisitorKind.CADRE, VisitorKind.COMMITTEE_MEMBER):
        raise VisitorNotPossible(field="visitor_kind")
    if Role.VOLUNTEER in ROLES[visitor] and not paired:
        raise VisitorNotPaired(field="visitor_id")
    if not ROLES[visitor] & set(roles):
        raise VisitorNotPossible(field="visitor_id")


def check_handed_over(on: date, *, made_on: date, today: date) -> None:
    """Raises HandedOverInFuture."""
    if not made_on <= on <= today:
        raise HandedOverInFuture(field="on")
