"""Visits on the wire."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.visits.queries import DueRow, ReportRow
from backend.visits.rules import Finding, VisitMode
from miniprogram_api.schemas import Moment, PageQuery, Words


class ReportIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the visitor saw. `visited_at` is when, not when it was sent; photos are ids of one's own uploads."""

    elder_id: UUID
    mode: VisitMode
    visited_at: Moment
    health: Finding
    economy: Finding
    family_duty: Finding
    safety: Finding
    needs: Finding
    note: Words | None = None
    photo_ids: Annotated[list[UUID], Meta(max_length=9)] = []


class ReportsQuery(PageQuery, frozen=True):
    """Which page, and of which elder alone."""

    elder_id: UUID | None = None


class VisitsDue(msgspec.Struct):
    """A page of the elders to be visited, the overdue first."""

    items: tuple[DueRow, ...]
    next_cursor: str | None


class Reports(msgspec.Struct):
    """A page of reports, the newest visit first."""

    items: tuple[ReportRow, ...]
    next_cursor: str | None
