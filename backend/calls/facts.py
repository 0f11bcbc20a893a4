"""What happened to a family call."""

from datetime import datetime
from uuid import UUID

from backend.outbox.box import Fact


class CallProposed(Fact, frozen=True):
    """A supporter named times; somebody near the elder is to take one."""

    call_id: UUID
    elder_id: UUID
    proposed_by: UUID


class CallTaken(Fact, frozen=True):
    """`host_id` will be with the elder at `starts_at`."""

    call_id: UUID
    elder_id: UUID
    host_id: UUID
    starts_at: datetime


class CallOpened(Fact, frozen=True):
    """The host is with the elder and the room is open; again after each break."""

    call_id: UUID
    elder_id: UUID
    host_id: UUID


class CallClosed(Fact, frozen=True):
    """The room is closed; its last seconds may still be on their way."""

    call_id: UUID
    elder_id: UUID


class CallCancelled(Fact, frozen=True):
    """Nobody will call. `host_id` is None when nobody had taken it."""

    call_id: UUID
    elder_id: UUID
    host_id: UUID | None
    cancelled_by: UUID


class CallAgreed(Fact, frozen=True):
    """The elder said yes: all three sides agree."""

    call_id: UUID
    elder_id: UUID
    host_id: UUID
    starts_at: datetime


class HostDroppedOut(Fact, frozen=True):
    """The host cannot come; somebody else is looked for."""

    call_id: UUID
    elder_id: UUID
    starts_at: datetime


class HostAsked(Fact, frozen=True):
    """`account_id` is asked to host in place of one who cannot come."""

    call_id: UUID
    elder_id: UUID
    account_id: UUID
    starts_at: datetime


class CallSoon(Fact, frozen=True):
    """A day or an hour from now."""

    call_id: UUID
    elder_id: UUID
    starts_at: datetime


class CallLapsed(Fact, frozen=True):
    """Its times went by and nobody opened it."""

    call_id: UUID
    elder_id: UUID


class NoCallForLong(Fact, frozen=True):
    """A child and an elder have not seen each other for `days` days (R086)."""

    elder_id: UUID
    account_id: UUID
    days: int
