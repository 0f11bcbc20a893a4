"""A person's data as one document to take along (个人信息保护法 art. 45): layout `cloud-reunion-person/1`.

`{"layout", "made_at", "about": {"kind": "elder" | "account", "id"}, "tables": {table: [{column: value}]}}`: each row
as the product keeps it, encrypted columns opened, in the order the rows came. Columns in LEFT_OUT are in no document,
those in FAMILY_LEAVES_OUT in none that a supporter takes for an elder. What changes gets a new number.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, SubjectKind, record, record_reading
from backend.consents.errors import FamilyNotTold
from backend.consents.queries import refused_by, sees
from backend.consents.rules import Matter, Onlooker, Whose, may_see
from backend.db import transaction
from backend.dossiers.tables import ACCOUNT_TABLES, ELDER_TABLES, Belongings
from backend.elders.models import FileMerge
from backend.elders.queries import elder as elder_in_sight
from backend.kit.kernel import Kernel
from backend.kit.personal import Personal

LAYOUT = "cloud-reunion-person/1"

_HASH = "a keyed hash, by which equals are found; it says nothing to anybody"
LEFT_OUT: Mapping[tuple[str, str], str] = {
    ("elders", "id_number_hash"): _HASH,
    ("family_members", "phone_hash"): _HASH,
    ("village_cards", "said_hash"): _HASH,
    ("note_marks", "words_hash"): _HASH,
    ("accounts", "phone_hash"): _HASH,
    ("accounts", "openid_hash"): _HASH,
    ("accounts", "password_hash"): "whoever has it can try passwords on it",
    ("accounts", "totp_secret"): "whoever has it can sign in",
}
"""Personal columns that are in no document, and why."""
_OTHERS = "it is another person's; that person asks for their own"
FAMILY_LEAVES_OUT: Mapping[tuple[str, str], str] = {
    ("elders", "id_number"): "a child abroad needs no copy of it; the committee hands the elder the whole document",
    ("family_members", "phone"): _OTHERS,
    ("former_phones", "phone"): _OTHERS,
    ("emergency_contacts", "phone"): _OTHERS,
    ("whereabouts", "employer"): _OTHERS,
    ("family_talks", "told"): _OTHERS,
    ("corrections", "words"): _OTHERS,
    ("corrections", "answer"): _OTHERS,
    ("profile_proposals", "value"): _OTHERS,
    ("profile_proposals", "words"): _OTHERS,
    ("profile_proposals", "reason"): _OTHERS,
}
"""What a supporter's copy of an elder's file lacks besides, and why."""
HEALTH = frozenset(
    {
        ("elders", "ability_level"),
        ("elders", "mobility"),
        ("elders", "disability"),
        ("elders", "dementia"),
        ("elders", "seriously_ill"),
        ("tier_spans", "reasons"),
        ("tier_spans", "missing"),
        ("tier_overrides", "reason"),
        ("assessments", "level"),
        ("assessments", "answers"),
        ("visit_reports", "health"),
        ("visit_reports", "note"),
        ("visit_reports", "answers"),
        ("visit_reports", "place"),
        ("visit_needs", "kind"),
        ("visit_needs", "words"),
        ("visit_needs", "referral"),
        ("visit_needs", "result"),
        ("profile_parts", "text"),
        ("capacity_findings", "capacity"),
        ("capacity_findings", "source"),
        ("alerts", "kind"),
        ("family_decisions", "note"),
        ("tasks", "kind"),
        ("tasks", "note"),
    }
)
"""What a supporter's copy lacks while the elder wants no details of health shown."""
_ANSWERS = ("visit_reports", "answers")
_NEEDS = tuple(("visit_needs", column) for column in ("kind", "words", "referral", "result"))
WITHHELD: Mapping[Matter, frozenset[tuple[str, str]]] = {
    Matter.HEALTH: HEALTH,
    Matter.ECONOMY: frozenset({("visit_reports", "economy"), _ANSWERS}),
    Matter.DUTY: frozenset({("visit_reports", "family_duty"), _ANSWERS}),
    Matter.SAFETY: frozenset({("visit_reports", "safety"), ("visit_reports", "hygiene"), _ANSWERS}),
    Matter.NEEDS: frozenset({("visit_reports", "needs"), _ANSWERS, *_NEEDS}),
    Matter.WORDS: frozenset({("visit_reports", "note"), ("visit_replies", "answer"), _ANSWERS, *_NEEDS}),
    Matter.PICTURES: frozenset({("visit_reports", "photo_ids")}),
}
"""What a supporter's copy lacks of each part of a visit the elder wants no family to see."""


class About(msgspec.Struct, frozen=True):
    """Whose data it is."""

    kind: SubjectKind
    id: UUID


class PersonalDocument(msgspec.Struct, frozen=True):
    """Everything kept of one person."""

    layout: str
    made_at: datetime
    about: About
    tables: dict[str, list[dict[str, Any]]]


async def export_account(kernel: Kernel, *, by: Viewer) -> PersonalDocument:
    """All that is kept of whoever is signed in."""
    async with transaction():
        found = await _document(kernel, About("account", by.account_id), [by.account_id], ACCOUNT_TABLES, frozenset())
        await record(kernel, Subject("account", by.account_id), Tag.FILE_EXPORTED, by=by.actor, layout=LAYOUT)
    return found


async def export_elder(kernel: Kernel, *, elder_id: UUID, by: Viewer) -> PersonalDocument:
    """An elder's whole file for the elder, files merged into it included: by the committee, or with less a supporter.

    Raises RoleCannot, ElderNotFound, FamilyNotTold.
    """
    by.require(Role.SUPPORTER, Role.COMMITTEE)
    async with transaction():
        await elder_in_sight(by.scope, elder_id)
        if not await sees(by.scope, elder_id, Matter.COPY):
            raise FamilyNotTold
        doubles = [merged.double_id for merged in await FileMerge.filter(kept_id=elder_id)]
        without = await _family_leaves_out(elder_id) if by.role is Role.SUPPORTER else frozenset()
        found = await _document(kernel, About("elder", elder_id), [elder_id, *doubles], ELDER_TABLES, without)
        await record(kernel, Subject("elder", elder_id), Tag.FILE_EXPORTED, by=by.actor, layout=LAYOUT)
        await record_reading(kernel, by=by.actor, purpose=by.scope.purpose, elder_id=elder_id, what="export_person")
    return found


async def _family_leaves_out(elder_id: UUID) -> frozenset[tuple[str, str]]:
    refused = await refused_by(Whose.ELDER, elder_id)
    hidden = [columns for matter, columns in WITHHELD.items() if not may_see(matter, Onlooker.FAMILY, refused)]
    return frozenset(FAMILY_LEAVES_OUT).union(*hidden)


async def _document(
    kernel: Kernel, about: About, ids: list[UUID], tables: Iterable[Belongings], without: frozenset[tuple[str, str]]
) -> PersonalDocument:
    rows = {each.table: await _rows(kernel, each, ids, without) for each in tables}
    return PersonalDocument(LAYOUT, kernel.clock.now(), about, rows)


async def _rows(
    kernel: Kernel, belongings: Belongings, ids: list[UUID], without: frozenset[tuple[str, str]]
) -> list[dict[str, object]]:
    table, personal = belongings.table, personal_columns(belongings)
    columns = [
        column
        for column in belongings.model._meta.fields_db_projection
        if (table, column) not in LEFT_OUT and (table, column) not in without
    ]
    found = await belongings.of(ids).order_by(belongings.model._meta.pk_attr)
    return [{column: _opened(kernel, table, column, row, personal.get(column)) for column in columns} for row in found]


def personal_columns(belongings: Belongings) -> Mapping[str, Personal]:
    """The table's personal columns, as its model classifies them."""
    classified: Mapping[str, Personal] = vars(belongings.model)["PERSONAL"]
    return classified


def _opened(kernel: Kernel, table: str, column: str, row: object, personal: Personal | None) -> object:
    value: object = getattr(row, column)
    if isinstance(value, bytes | memoryview):
        assert personal is not None
        assert personal.stored == "encrypted"
        row_id: UUID = vars(row)["id"]
        return kernel.keys.decrypt(bytes(value), f"{table}|{column}|{row_id}").decode()
    return value
