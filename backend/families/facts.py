"""What happened around an elder's family."""

from uuid import UUID

from backend.outbox.box import Fact


class PlaceClaimed(Fact, frozen=True):
    """A person with the named phone has come; the committee should confirm."""

    family_member_id: UUID
    elder_id: UUID


class PlaceConfirmed(Fact, frozen=True):
    """The committee confirmed the person; the elder's file is open to them."""

    family_member_id: UUID
    elder_id: UUID


class WhereaboutsDue(Fact, frozen=True):
    """Nobody has told or confirmed for too long where this supporter is; the supporter is asked."""

    account_id: UUID


class WhereaboutsTold(Fact, frozen=True):
    """Something new is on file of where a supporter is."""

    elder_id: UUID
    family_member_id: UUID
    whereabouts_id: UUID


class ContactDue(Fact, frozen=True):
    """This supporter was not in touch with an elder for longer than meant; the supporter is reminded."""

    account_id: UUID


class TalksDue(Fact, frozen=True):
    """A new month: the committee is to talk with the children of so many elders of the village."""

    village_id: UUID
    elders: int


class DutyCaseMoved(Fact, frozen=True):
    """A step was taken in a case; `step` is a breach.CaseStep."""

    case_id: UUID
    elder_id: UUID
    step: str
