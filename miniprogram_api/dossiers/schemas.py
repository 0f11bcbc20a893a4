"""What concerns a whole file, on the wire."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.dossiers.doubles import LikelyDouble
from backend.dossiers.year import YearRow


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


class FileMergeIn(msgspec.Struct, forbid_unknown_fields=True):
    """The file that goes: another one of the same person."""

    double_id: UUID


class Doubles(msgspec.Struct):
    """A page of pairs, by name."""

    items: list[LikelyDouble]
    next_cursor: str | None


class OtherFile(msgspec.Struct):
    """Another file of the same person: the one that is `kept`, or a double."""

    elder_id: UUID
    village: str
    merged_at: datetime
    kept: bool


class OtherFiles(msgspec.Struct):
    """All of them."""

    items: list[OtherFile]


class FamilyYear(msgspec.Struct):
    """A page of a year with the elder, the latest first."""

    items: tuple[YearRow, ...]
    next_cursor: str | None
