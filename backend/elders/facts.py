"""What happened in the register."""

from datetime import date
from uuid import UUID

from backend.outbox.box import Fact


class ElderRegistered(Fact, frozen=True):
    """A new elder stands in the register."""

    elder_id: UUID


class ElderLeft(Fact, frozen=True):
    """The elder is off the register from `on`; `reason` is a LeaveReason."""

    elder_id: UUID
    reason: str
    on: date


class ElderCameBack(Fact, frozen=True):
    """The elder stands on the register again from `on`."""

    elder_id: UUID
    on: date


class ElderMoved(Fact, frozen=True):
    """The elder stands on another village's register from `on`."""

    elder_id: UUID
    from_village_id: UUID
    to_village_id: UUID
    on: date


class VillagesMerged(Fact, frozen=True):
    """From `on` the successor answers for the village and for everybody on its register."""

    village_id: UUID
    successor_id: UUID
    on: date


class AbilityAssessed(Fact, frozen=True):
    """An assessment of ability is kept."""

    elder_id: UUID
    assessment_id: UUID


class ElderFactsChanged(Fact, frozen=True):
    """Something else is known of the elder than before."""

    elder_id: UUID


class TierChanged(Fact, frozen=True):
    """The tier (PriorityTier), its reasons, or what is missing for it, became another, for a TierCause.

    `before` is null for an elder without history.
    """

    elder_id: UUID
    before: str | None
    after: str
    cause: str


class EligibilityJudged(Fact, frozen=True):
    """A judgement of eligibility is kept."""

    elder_id: UUID
    judgement_id: UUID


class KeyHelpListed(Fact, frozen=True):
    """The elder is on the village's key help list from now on."""

    elder_id: UUID


class KeyHelpReported(Fact, frozen=True):
    """The village's list grew by the elders of whom the alerts name this report."""

    village_id: UUID
    report_id: UUID
