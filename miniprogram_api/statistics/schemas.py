"""Figures on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

Month = Annotated[str, Meta(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]


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
