"""Visits on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.elders.eligibility import Whereabouts as Area
from backend.visits.aid import NeedKind
from backend.visits.proposing import ProposedField
from backend.visits.queries import DueRow, ReportRow
from backend.visits.rules import Finding, Present, VisitMode, VisitPlace
from miniprogram_api.schemas import Moment, PageQuery, Words

Line = Annotated[str, Meta(min_length=1, max_length=200)]
Key = Annotated[str, Meta(min_length=1, max_length=24)]


class NeedIn(msgspec.Struct, forbid_unknown_fields=True):
    """Help the elder needs, and a word about it."""

    kind: NeedKind
    words: Words | None = None


class ProposalIn(msgspec.Struct, forbid_unknown_fields=True):
    """What of the file has changed; `value` as the field takes it: a telephone, yes or no, a mobility, home or away."""

    field: ProposedField
    value: Annotated[str, Meta(pattern="^(1[0-9]{10}|yes|no|free|difficult|bedridden|home|away)$")]
    words: Words | None = None


class ReportIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the visitor saw. `visited_at` is when, not when it was sent; photos are ids of one's own uploads.

    All after the photos is newer than what may still wait in a phone: each may be missing. `answers` are the answers to
    the items of `form`, by their keys.
    """

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
    form: Key | None = None
    answers: Annotated[dict[Key, Annotated[list[Line], Meta(min_length=1, max_length=12)]], Meta(max_length=30)] = {}
    hygiene: Finding | None = None
    minutes: Annotated[int, Meta(ge=1, le=720)] | None = None
    place: VisitPlace | None = None
    present: Annotated[list[Present], Meta(max_length=10)] = []
    people: Annotated[int, Meta(ge=0, le=50)] | None = None
    need_items: Annotated[list[NeedIn], Meta(max_length=8)] = []
    proposals: Annotated[list[ProposalIn], Meta(max_length=8)] = []


class ReportsQuery(PageQuery, frozen=True):
    """Which page, and of which elder alone."""

    elder_id: UUID | None = None


class NeedsQuery(PageQuery, frozen=True):
    """Which page; of one elder all there ever was, else what is open."""

    elder_id: UUID | None = None


class MovedIn(msgspec.Struct, forbid_unknown_fields=True):
    """Which child is where now, and since when; `area`, how near home, may be null in another province."""

    member_id: UUID
    province: Annotated[str, Meta(min_length=2, max_length=12)]
    city: Annotated[str, Meta(min_length=2, max_length=20)]
    since: date
    area: Area | None = None
    for_work: bool | None = None


class VisitsDue(msgspec.Struct):
    """A page of the elders to be visited, the overdue first."""

    items: tuple[DueRow, ...]
    next_cursor: str | None


class Reports(msgspec.Struct):
    """A page of reports, the newest visit first."""

    items: tuple[ReportRow, ...]
    next_cursor: str | None
