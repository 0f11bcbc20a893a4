"""What happened in incidents. Who is told of it is decided when it is told, by who may see it then."""

from uuid import UUID

from backend.outbox.box import Fact


class IncidentRaised(Fact, frozen=True):
    """A concern was raised: the family is to know, in parallel to the office (R094)."""

    incident_id: UUID


class IncidentAsked(Fact, frozen=True):
    """A level is asked to answer; `step_id` names it."""

    incident_id: UUID
    step_id: UUID


class IncidentUnanswered(Fact, frozen=True):
    """No level has answered in its time."""

    incident_id: UUID


class IncidentUnread(Fact, frozen=True):
    """Somebody who was told has not read it in time and is to be rung."""

    incident_id: UUID


class IncidentMoved(Fact, frozen=True):
    """Somebody took a step (an IncidentStep)."""

    incident_id: UUID
    step: str
