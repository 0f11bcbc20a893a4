"""Every column says whether it is personal, how it is stored, who reads it and how a developer's copy scrubs it.

Each model carries `PERSONAL` (name -> `Personal`) and `ORDINARY` (names); a test fails on a column in neither or both.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Personal:
    """`stored`: as it is, encrypted with a key id, or as a keyed hash. `read_at`: the least level that sees it."""

    stored: Literal["plain", "encrypted", "hashed"]
    read_at: Literal["card", "full", "nobody"]
    scrub: Literal["fake", "blank", "keep"]


NAME = Personal("plain", "card", "fake")
TEXT = Personal("plain", "full", "blank")
FACT = Personal("plain", "card", "keep")
SECRET_TEXT = Personal("encrypted", "full", "blank")
LOOKUP = Personal("hashed", "nobody", "blank")


def ordinary(names: str) -> frozenset[str]:
    """The columns of a model that say nothing about a person."""
    return frozenset(names.split())
