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
