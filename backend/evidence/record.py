"""What an agreement's evidence is, apart from any database: its chain, the heads signed, its acts as they are kept.

Written into the evidence bundle as `record.json` and read from there by whoever checks it, years later, without us.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

FORMAT = "cloud-reunion agreement record 1"


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain. `payload` is JSON, exactly as committed to; without payload and salt it was erased."""

    number: int
    at: datetime
    actor: UUID | None
    role: str
    tag: str
    payload: str | None
    salt: bytes | None
    commitment: bytes
    previous: bytes
    link: bytes

    @property
    def erased(self) -> bool:
        """Whether what it told is gone; that it stood there is not."""
        return self.payload is None and self.salt is None


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A count of links and the last one's hash, signed by the evidence key."""

    number: int
    link: bytes
    at: datetime
    signature: bytes


class ActKept(msgspec.Struct, frozen=True, kw_only=True):
    """An act as its row has it. `told` is what the link should tell of it, `words` what was said, in full."""

    link: int | None
    tag: str
    void: bool
    doubtful: bool
    told: dict[str, Any]
    words: str | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One agreement's evidence. `erased`: its time is over, the text and what people wrote are gone."""

    agreement: UUID
    number: str | None
    text_hash: str
    pdf_sha256: str | None
    links: list[Link]
    heads: list[Head]
    acts: list[ActKept]
    erased: bool = False
    format: str = FORMAT
