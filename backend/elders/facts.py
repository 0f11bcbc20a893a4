"""What happened in the register."""

from uuid import UUID

from backend.outbox.box import Fact


class ElderRegistered(Fact, frozen=True):
    """A new elder stands in the register."""

    elder_id: UUID


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
