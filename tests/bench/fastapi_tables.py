"""The tables of `tests/bench/fastapi_app.py`, as an author of FastAPI applications maps them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from backend.kit.ids import uuid7


class Base(DeclarativeBase):
    """Every moment carries its zone."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: TIMESTAMP(timezone=True)}


class Account(Base):
    __tablename__ = "accounts"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]


class Tie(Base):
    __tablename__ = "ties"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    membership_id: Mapped[UUID] = mapped_column(ForeignKey("memberships.id"))
    elder_id: Mapped[UUID]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]


class Membership(Base):
    __tablename__ = "memberships"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    ties: Mapped[list[Tie]] = relationship()


class Session(Base):
    __tablename__ = "sessions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes]
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    membership_id: Mapped[UUID] = mapped_column(ForeignKey("memberships.id"))
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    account: Mapped[Account] = relationship()
    membership: Mapped[Membership] = relationship()


class Elder(Base):
    __tablename__ = "elders"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    village_id: Mapped[UUID]
    name: Mapped[str]
    tier: Mapped[str]
    registered_at: Mapped[datetime]
    left_on: Mapped[date | None]


class VisitReport(Base):
    __tablename__ = "visit_reports"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    elder_id: Mapped[UUID] = mapped_column(ForeignKey("elders.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    mode: Mapped[str]
    visited_at: Mapped[datetime]
    received_at: Mapped[datetime]
    late: Mapped[bool]
    health: Mapped[str]
    economy: Mapped[str]
    family_duty: Mapped[str]
    safety: Mapped[str]
    needs: Mapped[str]
    note: Mapped[bytes | None]
    photo_ids: Mapped[str]
    form: Mapped[str | None]
    answers: Mapped[bytes | None]
    hygiene: Mapped[str | None]
    minutes: Mapped[int | None]
    place: Mapped[str | None]
    present: Mapped[str]
    people: Mapped[int | None]
    visitor_role: Mapped[str | None]
    elder: Mapped[Elder] = relationship()
    visitor: Mapped[Account] = relationship()


class VisitNeed(Base):
    __tablename__ = "visit_needs"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    elder_id: Mapped[UUID]
    report_id: Mapped[UUID]
    kind: Mapped[str]
    words: Mapped[bytes | None]
    state: Mapped[str]
    opened_by: Mapped[UUID]
    opened_at: Mapped[datetime]


class ProfileProposal(Base):
    __tablename__ = "profile_proposals"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    elder_id: Mapped[UUID]
    report_id: Mapped[UUID]
    field: Mapped[str]
    value: Mapped[bytes]
    words: Mapped[bytes | None]
    state: Mapped[str]
    proposed_by: Mapped[UUID]
    proposed_at: Mapped[datetime]


class VisitDue(Base):
    __tablename__ = "visits_due"

    elder_id: Mapped[UUID] = mapped_column(primary_key=True)
    due_on: Mapped[date]
    last_visit_at: Mapped[datetime | None]


class Policy(Base):
    __tablename__ = "policies"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    division_id: Mapped[UUID | None]
    name: Mapped[str]
    value: Mapped[str]
    starts_on: Mapped[date]


class DivisionSpan(Base):
    __tablename__ = "division_spans"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    ancestor_id: Mapped[UUID]
    descendant_id: Mapped[UUID]


class Upload(Base):
    __tablename__ = "uploads"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID]
    elder_id: Mapped[UUID | None]


class Reading(Base):
    __tablename__ = "readings"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    at: Mapped[datetime]
    account_id: Mapped[UUID]
    role: Mapped[str]
    purpose: Mapped[str]
    elder_id: Mapped[UUID]
    what: Mapped[str]


class IdempotentAnswer(Base):
    __tablename__ = "idempotent_answers"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    account_id: Mapped[UUID]
    route: Mapped[str]
    key: Mapped[UUID]
    body_hash: Mapped[bytes]
    status: Mapped[int]
    answer: Mapped[bytes]
    created_at: Mapped[datetime]


class ChainHead(Base):
    __tablename__ = "chain_heads"

    subject_id: Mapped[UUID] = mapped_column(primary_key=True)
    subject_kind: Mapped[str]
    number: Mapped[int]
    link: Mapped[bytes]


class AuditEvent(Base):
    __tablename__ = "audit_events"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    subject_kind: Mapped[str]
    subject_id: Mapped[UUID]
    number: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[UUID]
    role: Mapped[str]
    tag: Mapped[str]
    payload: Mapped[bytes]
    salt: Mapped[bytes]
    commitment: Mapped[bytes]
    previous: Mapped[bytes]
    link: Mapped[bytes]


class OutboxEntry(Base):
    __tablename__ = "outbox_entries"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    topic: Mapped[str]
    payload: Mapped[str]
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
