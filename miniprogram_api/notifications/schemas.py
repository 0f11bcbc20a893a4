"""The inbox on the wire."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.notifications.rules import Kind


class NotificationOut(msgspec.Struct):
    """One message. `page` is the mini-program's page it leads to."""

    id: UUID
    kind: Kind
    title: str
    body: str
    page: str
    created_at: datetime
    read_at: datetime | None


class Notifications(msgspec.Struct):
    """A page of the inbox, and how many are unread in all."""

    items: list[NotificationOut]
    next_cursor: str | None
    unread: int
