"""Scope: how far one request sees. There is no unscoped spelling.

A request acts under exactly one dated membership. Officials see the elders who live under their division today,
through the dated tree and never by code prefix; families, caregivers and volunteers see the elders they are tied to.
"""

from datetime import date
from enum import IntEnum
from uuid import UUID

import msgspec

from backend.db import any_of
from backend.kit.errors import Forbidden


class Level(IntEnum):
    """How much of a file is shown."""

    COUNTS = 1
    CARD = 2
    FULL = 3


class LevelTooLow(Forbidden):
    """The membership sees figures here, not people."""

    user_message = "您的岗位在这里只看汇总数字，看不到个人资料"


class Scope(msgspec.Struct, frozen=True):
    """Either everything under `division`, or the elders in `elders`; as seen on `today`, for `purpose`."""

    today: date
    level: Level
    purpose: str
    division: UUID | None = None
    elders: tuple[UUID, ...] = ()

    def require(self, level: Level) -> None:
        """Raises LevelTooLow unless this scope sees at least `level`."""
        if self.level < level:
            raise LevelTooLow

    def clause(self, params: list[object], elder: str = "e") -> str:
        """SQL true for rows of table alias `elder` within sight; appends its parameters to `params`."""
        if self.division is None:
            params.append(list(self.elders))
            return any_of(f"{elder}.id", len(params))
        return self.division_clause(params, f"{elder}.village_id")

    def division_clause(self, params: list[object], column: str) -> str:
        """SQL true where `column` is a division within sight; nothing for those tied to elders."""
        if self.division is None:
            return "1 = 0"
        params.extend((self.division, self.today))
        ancestor, today = len(params) - 1, len(params)
        return (
            f"{column} IN (SELECT descendant_id FROM division_spans WHERE ancestor_id = ${ancestor}"
            f" AND starts_on <= ${today} AND (ends_on IS NULL OR ends_on > ${today}))"
        )
