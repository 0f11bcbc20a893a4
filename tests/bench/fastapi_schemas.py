"""What the measured FastAPI application takes and answers, as its users would declare it in pydantic."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from backend.visits.aid import NeedKind
from backend.visits.proposing import ProposedField
from backend.visits.rules import Present, VisitPlace

Mode = Literal["home", "phone", "video", "group"]
Finding = Literal["good", "watch", "help"]
Key = Annotated[str, Field(min_length=1, max_length=24)]
Line = Annotated[str, Field(min_length=1, max_length=200)]


class Report(BaseModel):
    """One report in a list."""

    id: UUID
    elder_id: UUID
    elder: str
    visited_at: datetime
    received_at: datetime
    late: bool
    mode: str
    visitor: str
    health: str
    economy: str
    family_duty: str
    safety: str
    needs: str
    hygiene: str | None
    photo_ids: list[UUID]
    has_note: bool
    minutes: int | None


class ReportPage(BaseModel):
    """A page of reports."""

    items: list[Report]
    next_cursor: str | None


class NewNeed(BaseModel):
    """Help the elder needs."""

    kind: NeedKind
    words: Annotated[str, Field(min_length=1, max_length=500)] | None = None


class NewProposal(BaseModel):
    """What of the file has changed."""

    field: ProposedField
    value: Annotated[str, Field(max_length=11)]
    words: Annotated[str, Field(min_length=1, max_length=500)] | None = None


class NewReport(BaseModel):
    """What a visitor saw."""

    elder_id: UUID
    mode: Mode
    visited_at: AwareDatetime
    health: Finding
    economy: Finding
    family_duty: Finding
    safety: Finding
    needs: Finding
    note: Annotated[str, Field(max_length=2000)] | None = None
    photo_ids: Annotated[list[UUID], Field(max_length=9)] = []
    form: Annotated[str, Field(min_length=1, max_length=24)] | None = None
    answers: Annotated[dict[Key, Annotated[list[Line], Field(min_length=1, max_length=12)]], Field(max_length=30)] = {}
    hygiene: Finding | None = None
    minutes: Annotated[int, Field(ge=1, le=720)] | None = None
    place: VisitPlace | None = None
    present: Annotated[list[Present], Field(max_length=10)] = []
    people: Annotated[int, Field(ge=0, le=50)] | None = None
    need_items: Annotated[list[NewNeed], Field(max_length=8)] = []
    proposals: Annotated[list[NewProposal], Field(max_length=8)] = []


class ReportMade(BaseModel):
    """What became of it."""

    id: UUID
    late: bool
    next_due_on: str
    first_again: bool = False
