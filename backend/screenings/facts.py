"""What happened to screenings."""

from uuid import UUID

from backend.outbox.box import Fact


class ScreeningOpened(Fact, frozen=True):
    """A campaign is open; every village under its place takes part."""

    campaign_id: UUID
