"""What policies look like over the wire: one field for each kind."""

from datetime import date
from uuid import UUID

import msgspec

from backend.policies.queries import ComingPolicy
from backend.policies.rules import (
    CallBooking,
    CallCapacity,
    ContactRhythm,
    EligibilityPolicy,
    FamilyReading,
    FestivalCalls,
    OccasionPolicy,
    RiskStandard,
    SpotCheckShare,
    TaskDays,
    VisitCounting,
    VisitQuality,
    VisitRhythm,
    WhereaboutsRhythm,
)


class PolicyValues(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A value for each kind that is told. The emergency plan has a page of its own."""

    visit_rhythm: VisitRhythm | None = None
    visit_counting: VisitCounting | None = None
    occasions: OccasionPolicy | None = None
    visit_quality: VisitQuality | None = None
    spot_check_share: SpotCheckShare | None = None
    family_reading: FamilyReading | None = None
    call_booking: CallBooking | None = None
    festival_calls: FestivalCalls | None = None
    call_capacity: CallCapacity | None = None
    contact_rhythm: ContactRhythm | None = None
    whereabouts: WhereaboutsRhythm | None = None
    task_days: TaskDays | None = None
    risk_standard: RiskStandard | None = None
    eligibility: EligibilityPolicy | None = None


class PoliciesInForce(msgspec.Struct):
    """What holds in a place today, and what has been set for days to come, there or above it."""

    division_id: UUID
    values: PolicyValues
    coming: list[ComingPolicy]


class PoliciesIn(msgspec.Struct, forbid_unknown_fields=True):
    """Each of `values` that is told holds in the place from the day on."""

    division_id: UUID
    starts_on: date
    values: PolicyValues
