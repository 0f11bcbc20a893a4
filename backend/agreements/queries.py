"""Reading agreements."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.agreements.codes import normal_check_code
from backend.agreements.errors import AgreementNotFound, CheckCodeNeeded, CheckFailed
from backend.agreements.paper import Draft
from backend.agreements.rules import (
    ActKind,
    AgreementState,
    Means,
    Phase,
    Standing,
    phase,
    standing,
)
from backend.agreements.strength import Done, Identity, Strength, strength
from backend.agreements.verdicts import PaperVerdict, verdict
from backend.db import any_of, fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_row_cursor, encode_cursor


class AgreementRow(msgspec.Struct, frozen=True):
    """An agreement as a list shows one. `reason` and `until`: why it is in this state, and a suspension's last day."""

    id: UUID
    elder_id: UUID
    elder: str
    village: str
    kind: str
    state: str
    supporter: str
    caregiver: str | None
    text_hash: str
    starts_on: date
    ends_on: date
    respond_by: date | None
    ask_again_on: date | None
    renews_id: UUID | None
    reason: str | None
    until: date | None
    drafted_at: datetime
    handed_in_at: datetime | None
    filed_at: datetime | None
    number: str | None
    sealed_at: datetime | None
    last_act_at: datetime | None

    def standing(self, day: date) -> Standing:
        """Whether it counts and binds on `day`."""
        return standing(AgreementState(self.state), self.starts_on, self.ends_on, self.last_act_at, day)

    def phase(self, day: date) -> Phase | None:
        """Where the calendar has brought it."""
        return phase(AgreementState(self.state), self.starts_on, self.ends_on, day)


_NAME = "(SELECT p.name FROM parties p WHERE p.agreement_id = a.id AND p.role = '{}' ORDER BY p.place LIMIT 1)"
COLUMNS = f"""a.id, a.elder_id, e.name AS elder, d.name AS village, a.kind, a.state,
  COALESCE({_NAME.format("supporter")}, '') AS supporter, {_NAME.format("caregiver")} AS caregiver, a.text_hash,
  a.starts_on, a.ends_on, a.respond_by, a.ask_again_on, a.renews_id, h.reason, h.until,
  a.drafted_at, a.handed_in_at, a.filed_at, a.number, a.sealed_at,
  (SELECT MAX(t.received_at) FROM acts t WHERE t.agreement_id = a.id AND NOT t.void
    AND t.kind IN ('sign', 'accept', 'consent')) AS last_act_at
FROM agreements a JOIN elders e ON e.id = a.elder_id JOIN divisions d ON d.id = a.village_id
LEFT JOIN agreement_spans h ON h.agreement_id = a.id AND h.ends_at IS NULL"""


async def agreement(scope: Scope, agreement_id: UUID) -> AgreementRow:
    """One agreement in sight. Raises AgreementNotFound."""
    scope.require(Level.CARD)
    params: list[object] = [agreement_id]
    row = await fetch_one(AgreementRow, f"SELECT {COLUMNS} WHERE a.id = $1 AND {scope.clause(params)}", *params)
    if row is None:
        raise AgreementNotFound
    return row


async def agreements(
    scope: Scope, *, state: str | None = None, elder_id: UUID | None = None, cursor: str | None = None, limit: int = 20
) -> Page[AgreementRow]:
    """A page of the agreements in sight, newest first."""
    scope.require(Level.CARD)
    params: list[object] = []
    where = scope.clause(params)
    if state:
        params.append(state)
        where += f" AND a.state = ${len(params)}"
    if elder_id:
        params.append(elder_id)
        where += f" AND a.elder_id = ${len(params)}"
    if cursor:
        params.append(decode_row_cursor(cursor)[1])
        where += f" AND a.id < ${len(params)}"
    params.append(limit + 1)
    rows = await fetch(AgreementRow, f"SELECT {COLUMNS} WHERE {where} ORDER BY a.id DESC LIMIT ${len(params)}", *params)
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor("", str(more.id)) if more else None)


class PartyRow(msgspec.Struct, frozen=True):
    """One place in the text, and when its holder signed the present one. The elder's has no member."""

    id: UUID
    role: str
    member_id: UUID | None
    name: str
    relation: str | None
    asked: bool
    signed_at: datetime | None


async def parties(scope: Scope, agreement_id: UUID) -> list[PartyRow]:
    """In the order of the text, those who joined last; of an agreement in sight."""
    scope.require(Level.CARD)
    params: list[object] = [agreement_id]
    return await fetch(PartyRow, _PARTIES.format(within=scope.clause(params)), *params)


# A role's own act: see parties.SIGNS; the elder's is the consent.
_SIGNED = """t.agreement_id = p.agreement_id AND NOT t.void AND (
    p.role = 'elder' AND t.kind = 'consent' OR (t.account_id = m.account_id OR t.means = 'paper' AND t.party_id = p.id)
    AND t.kind = CASE WHEN p.role = 'caregiver' THEN 'accept' ELSE 'sign' END)"""
_PARTIES = f"""
SELECT p.id, p.role, p.member_id, p.name, m.relation, p.asked,
  (SELECT MIN(t.done_at) FROM acts t WHERE {_SIGNED}) AS signed_at
FROM parties p JOIN agreements a ON a.id = p.agreement_id JOIN elders e ON e.id = a.elder_id
LEFT JOIN family_members m ON m.id = p.member_id
WHERE p.agreement_id = $1 AND {{within}} ORDER BY p.place
"""


class Held(msgspec.Struct, frozen=True):
    """A place that is the asker's own."""

    agreement_id: UUID
    role: str
    asked: bool
    signed: bool


async def held(account_id: UUID, agreement_ids: Sequence[UUID]) -> list[Held]:
    """The places one account has in some agreements."""
    if not agreement_ids:
        return []
    sql = _HELD.format(these=any_of("p.agreement_id", 2))
    return await fetch(Held, sql, account_id, list(agreement_ids))


_HELD = f"""
SELECT p.agreement_id, p.role, p.asked, EXISTS (SELECT 1 FROM acts t WHERE {_SIGNED}) AS signed
FROM parties p JOIN family_members m ON m.id = p.member_id WHERE m.account_id = $1 AND {{these}}
"""


class ActRow(msgspec.Struct, frozen=True):
    """One act upon the text. `witness` is who attested it."""

    id: UUID
    kind: str
    role: str | None
    account_id: UUID | None
    actor: str | None
    identity: str | None
    means: str
    signature_id: UUID | None
    photo_id: UUID | None
    read_by: str | None
    witness: str | None
    captured_by: UUID | None
    captured_by_name: str | None
    done_at: datetime
    received_at: datetime
    void: bool
    doubtful: bool

    @property
    def strength(self) -> Strength:
        """What the law makes of it."""
        return strength(
            Done(
                kind=ActKind(self.kind),
                means=Means(self.means),
                identity=Identity(self.identity or Identity.WECHAT),
                on_own_phone=self.captured_by is None,
                doubtful=self.doubtful,
            )
        )


async def acts(scope: Scope, agreement_id: UUID) -> list[ActRow]:
    """The acts of an agreement in sight, in order, the void ones too; views and witnesses stand with what they saw."""
    scope.require(Level.CARD)
    params: list[object] = [agreement_id]
    return await fetch(ActRow, _ACTS.format(within=scope.clause(params)), *params)


_ACTS = """
SELECT t.id, t.kind, t.role, t.account_id, COALESCE(p.name, r.name) AS actor, t.identity, t.means,
  t.signature_id, t.photo_id, t.read_by,
  w.witness, t.captured_by, v.name AS captured_by_name, t.done_at, t.received_at, t.void, t.doubtful
FROM acts t JOIN agreements a ON a.id = t.agreement_id JOIN elders e ON e.id = a.elder_id
LEFT JOIN acts w ON w.attests_id = t.id LEFT JOIN parties r ON r.id = t.party_id
LEFT JOIN accounts p ON p.id = t.account_id LEFT JOIN accounts v ON v.id = t.captured_by
WHERE t.agreement_id = $1 AND t.kind NOT IN ('view', 'witness') AND {within} ORDER BY t.received_at, t.id
"""


class _SealedColumns(msgspec.Struct, frozen=True):
    text: bytes
    terms: bytes | None
    return_reason: bytes | None
    check_code: bytes | None
    pdf_key: str | None
    pdf_sha256: str | None


class Words(msgspec.Struct, frozen=True):
    """What of an agreement is kept encrypted, and where its PDF lies."""

    text: bytes
    terms: Draft | None
    return_reason: str | None
    check_code: str | None
    pdf_key: str | None
    pdf_sha256: str | None


async def words(kernel: Kernel, agreement_id: UUID) -> Words:
    """The encrypted columns, opened; for an agreement the caller has already found in scope.

    Raises AgreementNotFound, also once the text is erased, its time being over.
    """
    row = await fetch_one(
        _SealedColumns,
        "SELECT text, terms, return_reason, check_code, pdf_key, pdf_sha256 FROM agreements WHERE id = $1",
        agreement_id,
    )
    if row is None:
        raise AgreementNotFound

    def opened(column: str, blob: bytes) -> bytes:
        return kernel.keys.decrypt(bytes(blob), f"agreements|{column}|{agreement_id}")

    text = opened("text", row.text)
    if not text:
        raise AgreementNotFound
    return Words(
        text=text,
        terms=msgspec.json.decode(terms, type=Draft) if row.terms and (terms := opened("terms", row.terms)) else None,
        return_reason=opened("return_reason", row.return_reason).decode() if row.return_reason else None,
        check_code=opened("check_code", row.check_code).decode() if row.check_code else None,
        pdf_key=row.pdf_key,
        pdf_sha256=row.pdf_sha256,
    )


class Wishes(msgspec.Struct, frozen=True):
    """Whether the elder was asked, and the last answer."""

    id: UUID
    willing: bool
    asked_at: datetime


async def last_wish(scope: Scope, elder_id: UUID) -> Wishes | None:
    """The elder's last recorded wish."""
    scope.require(Level.CARD)
    params: list[object] = [elder_id]
    sql = "SELECT w.id, w.willing, w.asked_at FROM wishes w JOIN elders e ON e.id = w.elder_id WHERE w.elder_id = $1"
    return await fetch_one(Wishes, f"{sql} AND {scope.clause(params)} ORDER BY w.received_at DESC LIMIT 1", *params)


class CheckedRow(msgspec.Struct, frozen=True):
    """What anybody who holds the paper may know."""

    id: UUID
    number: str
    state: str
    elder: str
    village: str
    text_hash: str
    pdf_sha256: str | None
    filed_at: datetime
    sealed_at: datetime | None
    check_code: bytes
    starts_on: date
    ends_on: date

    def verdict(self, today: date) -> PaperVerdict:
        """What the check page says of it."""
        return verdict(AgreementState(self.state), self.starts_on, self.ends_on, today)


_CHECKED = """
SELECT a.id, a.number, a.state, e.name AS elder, d.name AS village, a.text_hash, a.pdf_sha256, a.filed_at, a.sealed_at,
  a.check_code, a.starts_on, a.ends_on
FROM agreements a JOIN elders e ON e.id = a.elder_id JOIN divisions d ON d.id = a.village_id
WHERE a.check_code IS NOT NULL AND {key} = $1
"""


async def by_number(kernel: Kernel, number: str, code: str | None) -> CheckedRow:
    """The agreement whose printed number and check code these are. Raises CheckCodeNeeded, CheckFailed."""
    if not code:
        raise CheckCodeNeeded(field="code")
    given = normal_check_code(code)
    for row in await fetch(CheckedRow, _CHECKED.format(key="a.number"), number):
        kept = kernel.keys.decrypt(bytes(row.check_code), f"agreements|check_code|{row.id}").decode()
        if kept == given:
            return row
    raise CheckFailed


async def by_pdf(sha256: str) -> CheckedRow:
    """The agreement whose sealed PDF has exactly these bytes. Raises CheckFailed."""
    row = await fetch_one(CheckedRow, _CHECKED.format(key="a.pdf_sha256"), sha256)
    if row is None:
        raise CheckFailed
    return row
