"""What happened around services."""

from uuid import UUID

from backend.outbox.box import Fact


class ServiceRequested(Fact, frozen=True):
    """An elder asks for something; the committee should answer."""

    request_id: UUID
    elder_id: UUID
    raised_by: UUID


class ServiceRequestAnswered(Fact, frozen=True):
    """The committee has answered; whoever raised it for the elder should know."""

    request_id: UUID
    elder_id: UUID
    raised_by: UUID
