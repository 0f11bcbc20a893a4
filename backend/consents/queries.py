"""Reading consents: what holds, and all that was ever said."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.consents.errors import ConsentingElderNotFound
from backend.consents.purposes import ELDER_PURPOSES, OWN_PURPOSES, PARTS, Purpose, PurposeText, newest
from backend.consents.rules import ConsentState, Matter, Onlooker, Whose, hidden_by, may_see, shows_health, state_of
from backend.db import any_of, fetch, fetch_one, on_postgres
from backend.divisions.scope import Level, Scope

SHOWN = "1 = 0"
"""What `hiding` says where nothing is hidden from anybody."""


class Word(msgspec.Struct, frozen=True):
    """One yes or no, as it was written down."""

    purpose: str
    number: int
    given: bool
    text_version: str
    expressed: str
    witness: str | None
    recorded_by: str
    said_at: datetime


class PurposeNow(msgspec.Struct, frozen=True):
    """A purpose with the words in force, what holds of it, and all that was said, the latest first."""

    purpose: Purpose
    told: PurposeText
    state: ConsentState
    history: list[Word]


async def of_elder(scope: Scope, elder_id: UUID) -> list[PurposeNow]:
    """All an elder in sight is asked. Raises LevelTooLow, ConsentingElderNotFound."""
    scope.require(Level.FULL)
    await see_elder(scope, elder_id)
    return await _now(Whose.ELDER, elder_id, ELDER_PURPOSES)


async def sharing(scope: Scope, elder_id: UUID) -> list[PurposeNow]:
    """What the family may see of visits to an elder in sight, part by part; not asked of one is shown.

    Raises LevelTooLow, ConsentingElderNotFound.
    """
    scope.require(Level.FULL)
    await see_elder(scope, elder_id)
    return await _now(Whose.ELDER, elder_id, PARTS)


async def of_account(account_id: UUID) -> list[PurposeNow]:
    """All the account's own holder is asked."""
    return await _now(Whose.ACCOUNT, account_id, OWN_PURPOSES)


async def see_elder(scope: Scope, elder_id: UUID, *, hold: bool = False) -> None:
    """The elder is in sight; with `hold` nobody else's to decide on until the transaction ends.

    Raises ConsentingElderNotFound.
    """
    params: list[object] = [elder_id]
    sql = f"SELECT e.id FROM elders e WHERE e.id = $1 AND {scope.clause(params)}"
    lock = " FOR NO KEY UPDATE OF e" if hold and on_postgres() else ""
    if await fetch_one(_Seen, sql + lock, *params) is None:
        raise ConsentingElderNotFound


async def same_person(elder_id: UUID) -> list[UUID]:
    """The elder's file and every other one merged with it, of a file already seen in scope: one person, one word."""
    rows = await fetch(_Seen, _SAME_PERSON, elder_id)
    return sorted({elder_id, *(row.id for row in rows)})


async def health_shown(elder_id: UUID) -> bool:
    """Whether details of the elder's health may be shown and taken down, of an elder already seen in scope."""
    words = [word for word in await _words(Whose.ELDER, elder_id) if word.purpose == Purpose.HEALTH]
    return shows_health(state_of(words))


async def health_seen(scope: Scope, elder_id: UUID) -> bool:
    """Whether details of health of an elder in sight are shown within this scope."""
    return await health_shown(elder_id) and await sees(scope, elder_id, Matter.HEALTH)


async def health_hidden(elder_ids: Sequence[UUID]) -> set[UUID]:
    """Of the elders already seen in scope, those whose details of health may not be shown."""
    rows = await fetch(_Seen, _HIDDEN.format(among=any_of("c.person_id", 3)), Whose.ELDER, Purpose.HEALTH, elder_ids)
    return {row.id for row in rows}


async def refused_by(whose: Whose, person_id: UUID) -> frozenset[Purpose]:
    """What the elder, already seen in scope, or the asker said no to."""
    words = await _words(whose, person_id)
    last = {word.purpose: word.given for word in reversed(words)}
    return frozenset(Purpose(purpose) for purpose, given in last.items() if not given)


async def sees(scope: Scope, elder_id: UUID, matter: Matter) -> bool:
    """Whether `matter` of an elder in sight is shown within this scope."""
    return may_see(matter, onlooker(scope), await refused_by(Whose.ELDER, elder_id))


def onlooker(scope: Scope) -> Onlooker:
    """As what one looks within this scope."""
    if scope.division is not None:
        return Onlooker.OFFICE
    return Onlooker.FAMILY if scope.purpose == Role.SUPPORTER.purpose else Onlooker.NEAR


def hiding(matter: Matter, scope: Scope, elder: str, parameter: int) -> str:
    """SQL true where `matter` of the elder in the column `elder` is hidden within this scope.

    `$parameter` lists the elders the asker is tied to. Who of them said no is looked up once for a whole statement.
    """
    purposes = hidden_by(matter, onlooker(scope))
    if not purposes:
        return SHOWN
    among = any_of("c.person_id", parameter)
    asked = ", ".join(f"'{purpose}'" for purpose in sorted(purposes))
    return f"{elder} IN ({_REFUSED.format(asked=asked, among=among)})"


async def _now(whose: Whose, person_id: UUID, purposes: tuple[Purpose, ...]) -> list[PurposeNow]:
    words = await _words(whose, person_id)
    found = []
    for purpose in purposes:
        history = [word for word in words if word.purpose == purpose]
        found.append(PurposeNow(purpose, newest(purpose), state_of(history), history))
    return found


async def _words(whose: Whose, person_id: UUID) -> list[Word]:
    return await fetch(Word, _WORDS, whose, person_id)


class _Seen(msgspec.Struct, frozen=True):
    id: UUID


_SAME_PERSON = """
SELECT m.double_id AS id FROM file_merges m
WHERE m.kept_id = COALESCE((SELECT f.kept_id FROM file_merges f WHERE f.double_id = $1), $1)
UNION SELECT f.kept_id FROM file_merges f WHERE f.double_id = $1
"""
_WORDS = """
SELECT c.purpose, c.number, c.given, c.text_version, c.expressed, c.witness, a.name AS recorded_by, c.said_at
FROM consents c JOIN accounts a ON a.id = c.recorded_by
WHERE c.whose = $1 AND c.person_id = $2 ORDER BY c.number DESC, c.purpose
"""
_REFUSED = """SELECT c.person_id FROM consents c
  WHERE c.whose = 'elder' AND c.purpose IN ({asked}) AND {among} AND NOT c.given AND NOT EXISTS (
    SELECT 1 FROM consents l WHERE l.whose = c.whose AND l.purpose = c.purpose AND l.person_id = c.person_id
    AND l.number > c.number)"""
# `shows_health` of many at once.
_HIDDEN = """
SELECT c.person_id AS id FROM consents c
WHERE c.whose = $1 AND c.purpose = $2 AND {among} AND NOT c.given AND NOT EXISTS (
  SELECT 1 FROM consents l WHERE l.whose = c.whose AND l.purpose = c.purpose AND l.person_id = c.person_id
  AND l.number > c.number)
"""
