"""Figures on the wire."""

from datetime import date
from uuid import UUID

import msgspec

from backend.statistics.counting import Period, Standing
from miniprogram_api.schemas import Month, PageQuery


class FiguresQuery(msgspec.Struct, frozen=True):
    """Which month (`2026-03`), and under which place alone."""

    month: Month
    division_id: UUID | None = None


class PlaceFigures(msgspec.Struct):
    """One place with all under it; what each count means is told at `Figures` in `backend/statistics/rules.py`."""

    division_id: UUID
    parent_id: UUID | None
    code: str
    name: str
    level: str
    elders: int
    agreements: int
    agreement_rate: float | None
    visits_owed: int
    visited: int
    visit_rate: float | None
    overdue: int
    calls: int
    call_minutes: int


class MonthFigures(msgspec.Struct):
    """Every place in sight by code; a place's counts are the sums of those right under it."""

    month: Month
    as_of: date
    items: list[PlaceFigures]


class AsOfQuery(msgspec.Struct, frozen=True):
    """On which day (today), and under which place alone."""

    as_of: date | None = None
    division_id: UUID | None = None


class AgreementPlace(msgspec.Struct):
    """One place with all under it: every elder of the register is in one part (see `Part` in
    `backend/statistics/rules.py`), and `rate` is those in force of all."""

    division_id: UUID
    parent_id: UUID | None
    code: str
    name: str
    level: str
    on_register: int
    rate: float | None
    in_force: int
    elder_declined: int
    child_returned: int
    suspended: int
    draft: int
    signed: int
    consented: int
    handed_in: int
    returned: int
    not_begun: int
    expired: int
    nothing: int


class AgreementRates(msgspec.Struct):
    """Every place in sight by code, at the end of `as_of`."""

    as_of: date
    items: list[AgreementPlace]


class CarePlace(msgspec.Struct):
    """One place with all under it: who answers for those who cannot care for themselves (R052); `rate` is those
    somebody answers for, of all `dependent`."""

    division_id: UUID
    parent_id: UUID | None
    code: str
    name: str
    level: str
    dependent: int
    rate: float | None
    agreement: int
    child: int
    guardian: int
    nobody: int


class CareRates(msgspec.Struct):
    """Every place in sight by code, at the end of `as_of`."""

    as_of: date
    items: list[CarePlace]


class UnattendedQuery(PageQuery, frozen=True):
    """Under which place alone."""

    division_id: UUID | None = None


class UnattendedElder(msgspec.Struct):
    """One who cannot care for himself or herself, and nobody answers for."""

    elder_id: UUID
    name: str
    village: str


class UnattendedElders(msgspec.Struct):
    """A page of them."""

    items: list[UnattendedElder]
    next_cursor: str | None


class VisitsAsOfQuery(AsOfQuery, frozen=True):
    """The month or the quarter of the day, up to it."""

    period: Period = Period.MONTH


class PlaceVisits(msgspec.Struct):
    """One place with all under it: every elder of the period is in one part (see `Standing` in
    `backend/statistics/counting.py`). `rate` is `seen` of `owed`, `home_share` the visits `at_home` of all `visits`."""

    division_id: UUID
    parent_id: UUID | None
    code: str
    name: str
    level: str
    owed: int
    seen: int
    rate: float | None
    excluded: int
    visited: int
    from_afar: int
    from_afar_only: int
    missed: int
    came_late: int
    left_early: int
    hospital: int
    away: int
    with_child: int
    visits: int
    at_home: int
    home_share: float | None


class VisitRates(msgspec.Struct):
    """Every place in sight by code, of the month or quarter of `as_of`, up to it."""

    as_of: date
    period: Period
    items: list[PlaceVisits]


class StandingsQuery(PageQuery, frozen=True):
    """Of the month of which day (today), under which place, and of which standing alone: null is everybody who was not
    plainly visited."""

    as_of: date | None = None
    division_id: UUID | None = None
    standing: Standing | None = None


class ElderStanding(msgspec.Struct):
    """One elder's month: the days of it not at home by reason, and the days of coming and leaving (0: none)."""

    elder_id: UUID
    name: str
    village: str
    standing: Standing
    came: int
    left: int
    hospital: int
    away: int
    with_child: int


class ElderStandings(msgspec.Struct):
    """A page of them."""

    items: list[ElderStanding]
    next_cursor: str | None
