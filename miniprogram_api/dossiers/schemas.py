"""What concerns a whole file, on the wire."""

from datetime import datetime

import msgspec

from backend.accounts.roles import Role


class ReadingOut(msgspec.Struct):
    """One reading. `name` is for the committee alone."""

    at: datetime
    role: Role
    office: str | None
    name: str | None
    purpose: str
    what: str


class Readings(msgspec.Struct):
    """A page of them, the latest first."""

    items: list[ReadingOut]
    next_cursor: str | None
