"""What happened with volunteers."""

from uuid import UUID

from backend.outbox.box import Fact


class VolunteerApplied(Fact, frozen=True):
    """Somebody wants to help in a village."""

    volunteer_id: UUID
    village_id: UUID


class VolunteerTrained(Fact, frozen=True):
    """Approved and trained: may be paired."""

    volunteer_id: UUID


class VolunteerPaired(Fact, frozen=True):
    """A volunteer and an elder belong together now."""

    pairing_id: UUID
    volunteer_id: UUID
    elder_id: UUID


class VolunteerUnpaired(Fact, frozen=True):
    """They belong together no longer."""

    volunteer_id: UUID
    elder_id: UUID
