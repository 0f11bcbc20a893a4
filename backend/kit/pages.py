"""Cursor paging: a page is a tuple of rows and an opaque mark of where the next begins."""

import base64
import binascii
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar
from uuid import UUID

from backend.kit.errors import Invalid

Row = TypeVar("Row")


class CursorNotReadable(Invalid):
    """The cursor was not one of ours."""

    user_message = "这一页打不开，请回到列表开头"


@dataclass(frozen=True)
class Page(Generic[Row]):
    """`rows` in order; `next_cursor` is None on the last page."""

    rows: tuple[Row, ...]
    next_cursor: str | None


def encode_cursor(*parts: str) -> str:
    """Join the sort key's parts into an opaque, URL-safe mark."""
    return base64.urlsafe_b64encode("\x1f".join(parts).encode()).decode().rstrip("=")


def decode_cursor(cursor: str, size: int) -> tuple[str, ...]:
    """The `size` parts given to `encode_cursor`. Raises CursorNotReadable."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts = tuple(base64.b64decode(padded, altchars=b"-_", validate=True).decode().split("\x1f"))
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise CursorNotReadable(field="cursor") from None
    # No sort key holds a control character, and PostgreSQL does not even take U+0000.
    if len(parts) != size or any(unicodedata.category(letter) == "Cc" for part in parts for letter in part):
        raise CursorNotReadable(field="cursor")
    return parts


def decode_row_cursor(cursor: str) -> tuple[str, UUID]:
    """The sort text and row id given to `encode_cursor`. Raises CursorNotReadable."""
    text, row_id = decode_cursor(cursor, 2)
    try:
        return text, UUID(row_id)
    except ValueError:
        raise CursorNotReadable(field="cursor") from None


def encode_time_cursor(at: datetime, row_id: UUID) -> str:
    """The mark of a list in order of time."""
    return encode_cursor(at.isoformat(), str(row_id))


def decode_time_cursor(cursor: str) -> tuple[datetime, UUID]:
    """The aware moment and row id given to `encode_time_cursor`. Raises CursorNotReadable."""
    text, row_id = decode_row_cursor(cursor)
    try:
        at = datetime.fromisoformat(text)
        if at.tzinfo is None:
            raise CursorNotReadable(field="cursor")
        return at.astimezone(UTC), row_id
    except (ValueError, OverflowError):
        raise CursorNotReadable(field="cursor") from None
