"""Shapes several packages share."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

Name = Annotated[str, Meta(min_length=1, max_length=40)]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Words = Annotated[str, Meta(min_length=1, max_length=500)]
Phone = Annotated[str, Meta(pattern=r"^1\d{10}$")]
Moment = Annotated[datetime, Meta(tz=True)]
Cursor = Annotated[str, Meta(max_length=200)]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


Month = Annotated[str, Meta(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]


class PageQuery(msgspec.Struct, frozen=True):
    """Which page of a list."""

    cursor: Cursor | None = None
    limit: Annotated[int, Meta(ge=1, le=50)] = 20


class Made(msgspec.Struct, frozen=True):
    """The id of what a write made."""

    id: UUID


class Done(msgspec.Struct, frozen=True):
    """The write is done; there is nothing more to say."""

    done: bool = True
