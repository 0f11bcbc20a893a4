"""Erasing what is kept no longer: names and words go, counts and the audit trail stay."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
import structlog
from tortoise.expressions import Subquery
from tortoise.fields import BinaryField
from tortoise.fields.base import Field

from backend.accounts.facts import AuthorizationWithdrawn
from backend.agreements.models import Act, Agreement
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.db import execute, fetch, transaction
from backend.dossiers.export import personal_columns
from backend.dossiers.facts import FileErased
from backend.dossiers.retention import PASSING, RETENTION, Kept, Passing, left_until
from backend.dossiers.tables import ELDER_TABLES, Belongings
from backend.elders.models import Elder, Erasure
from backend.elders.rules import AbilityLevel, ErasedPart
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.families.models import FamilyMember
from backend.incidents.models import Incident
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.box import Entry
from backend.storage.models import Upload
from backend.storage.port import Storage
from backend.storage.receiving import forget_open
from backend.wechat.events import Withdrawn

log = structlog.get_logger(__name__)

BATCH = 200
PASSING_BATCH = 2_000
TABLES: Mapping[str, Belongings] = {each.table: each for each in ELDER_TABLES}
NEUTRAL: Mapping[tuple[str, str], object] = {
    ("elders", "ability_level"): AbilityLevel.UNKNOWN,
    ("elders", "mobility"): Mobility.UNKNOWN,
    ("elders", "disability"): DisabilityGrade.UNKNOWN,
    ("elders", "living_alone"): False,
    ("tier_spans", "reasons"): "[]",
    ("tier_spans", "missing"): "[]",
    ("visit_reports", "present"): "[]",
}
"""What stands in the place of a word that may not be null; encrypted ones become the encryption of nothing."""


async def erase_due(kernel: Kernel, today: date, *, batch: int = BATCH) -> int:
    """Erase every part of every file that is past its time; returns how many.

    Each is a transaction of its own, so killed half way or run by several workers it ends as if run once, and one that
    fails does not keep the others waiting. `batch` bounds what is asked for at once.
    """
    erased = 0
    for kept in RETENTION:
        last = UUID(int=0)
        while due := await fetch(_Due, _DUE, kept.part, left_until(kept, today), last, batch):
            for row in due:
                try:
                    erased += await erase(kernel, row.id, kept, today)
                except Exception as error:
                    log.error("erase_failed", elder=str(row.id), part=kept.part, error=type(error).__name__)
            last = due[-1].id
    return erased


async def erase_passed(now: datetime, *, batch: int = PASSING_BATCH) -> int:
    """Delete every row past its time; returns how many. Any number of workers, killed anywhere, end as one.

    A table that fails does not keep the others waiting.
    """
    gone = 0
    for each in PASSING:
        try:
            while went := await _erase_some(each, now - each.kept, batch):
                gone += went
        except Exception as error:
            log.error("erase_passed_failed", table=each.table, error=type(error).__name__)
    return gone


async def _erase_some(each: Passing, before: datetime, batch: int) -> int:
    among = f"(SELECT id FROM {each.table} WHERE {each.moment} < $1 AND {each.only} ORDER BY id LIMIT $2)"
    async with transaction():
        for table, column in each.children:
            await execute(f"DELETE FROM {table} WHERE {column} IN {among}", before, batch)
        return await execute(f"DELETE FROM {each.table} WHERE id IN {among}", before, batch)


async def erase(kernel: Kernel, elder_id: UUID, kept: Kept, today: date) -> bool:
    """Erase one part of one file; False when it is erased already, or the elder has come back."""
    async with transaction():
        elder = await Elder.filter(id=elder_id).select_for_update().get()
        if elder.left_on is None or elder.left_on > left_until(kept, today):
            return False
        if await Erasure.exists(elder_id=elder_id, part=kept.part):
            return False
        await Erasure.create(elder_id=elder_id, part=kept.part, erased_at=kernel.clock.now())
        for table in sorted({table for table, _ in kept.blanked}):
            await _blank(kernel, TABLES[table], elder_id, {column for at, column in kept.blanked if at == table})
        for table in kept.deleted:
            await TABLES[table].of([elder_id]).delete()
        if kept.part is ErasedPart.FILE:
            await FamilyMember.filter(elder_id=elder_id, ended_at=None).update(ended_at=kernel.clock.now())
        await record(kernel, Subject("elder", elder_id), Tag.FILE_ERASED, by=PLATFORM, part=kept.part)
        await box.put(kernel, FileErased(elder_id=elder_id, part=kept.part))
    return True


async def _blank(kernel: Kernel, belongings: Belongings, elder_id: UUID, columns: set[str]) -> None:
    for row in await belongings.of([elder_id]):
        blank = {column: _nothing(kernel, belongings, column, row) for column in columns}
        await belongings.model.filter(id=row.id).update(**blank)


def _nothing(kernel: Kernel, belongings: Belongings, column: str, row: Any) -> object:
    """What is left in the place of a value: null where that may be, else what says nothing and still can be read."""
    table, field = belongings.table, belongings.model._meta.fields_map[column]
    if column == "born_on":
        # The year alone is counted and points to nobody.
        return date(row.born_on.year, 1, 1)
    if field.null:
        return None
    if (table, column) in NEUTRAL:
        return NEUTRAL[table, column]
    return _empty(kernel, belongings, column, field, row.id)


def _empty(kernel: Kernel, belongings: Belongings, column: str, field: Field[Any], row_id: UUID) -> object:
    if personal_columns(belongings)[column].stored == "hashed":
        return kernel.keys.keyed_hash(row_id.bytes, "erased")
    if isinstance(field, BinaryField):
        return kernel.keys.encrypt(b"", f"{belongings.table}|{column}|{row_id}")
    return ""


class _Due(msgspec.Struct, frozen=True):
    id: UUID


_DUE = """
SELECT e.id FROM elders e
WHERE e.left_on IS NOT NULL AND e.left_on <= $2 AND e.id > $3
  AND NOT EXISTS (SELECT 1 FROM erasures x WHERE x.elder_id = e.id AND x.part = $1)
ORDER BY e.id LIMIT $4
"""


@dataclass(frozen=True, slots=True)
class ObjectEraser:
    """Removes the stored pictures and papers of what was erased, at least once."""

    kernel: Kernel
    storage: Storage

    async def on_authorization_withdrawn(self, entry: Entry) -> None:
        """Handler of AuthorizationWithdrawn: pictures that are in nobody's file go, and of a WeChat account that is
        gone its places in families, for the committee to see. What a crash leaves of the objects is swept daily."""
        fact = entry.fact(AuthorizationWithdrawn)
        if fact.cancelled:
            await _release_places(self.kernel, fact.account_id)
        if fact.cancelled or {Withdrawn.CAMERA, Withdrawn.PICTURES} & set(fact.withdrawn):
            await forget_open(fact.account_id)
            shown = Incident.filter(photo_id__not_isnull=True).values("photo_id")
            loose = await Upload.filter(account_id=fact.account_id, elder_id=None).exclude(id__in=Subquery(shown))
            await Upload.filter(id__in=[each.id for each in loose], elder_id=None).delete()
            kept = set(await Upload.filter(key__in=[each.key for each in loose]).values_list("key", flat=True))
            for key in {each.key for each in loose} - kept:
                await self.storage.delete(key)
                await self.storage.delete(f"{key}.small")

    async def on_file_erased(self, entry: Entry) -> None:
        """Handler of FileErased. An object that another file shares stays."""
        fact = entry.fact(FileErased)
        for key in await _objects(fact.elder_id, ErasedPart(fact.part)):
            await self.storage.delete(key)


async def _release_places(kernel: Kernel, account_id: UUID) -> None:
    async with transaction():
        places = await FamilyMember.filter(account_id=account_id, ended_at=None).order_by("id").select_for_update()
        for place in places:
            await FamilyMember.filter(id=place.id).update(
                account_id=None, claimed_at=None, confirmed_at=None, confirmed_by=None
            )
            told = {"family_member_id": place.id}
            await record(kernel, Subject("elder", place.elder_id), Tag.FAMILY_RELEASED, by=PLATFORM, **told)


async def _objects(elder_id: UUID, part: ErasedPart) -> list[str]:
    if part is ErasedPart.HEALTH:
        return []
    agreements = await Agreement.filter(elder_id=elder_id)
    acts = await Act.filter(agreement_id__in=[each.id for each in agreements])
    signed = {picture for act in acts for picture in (act.signature_id, act.photo_id)}
    uploads = await Upload.filter(elder_id=elder_id)
    of_agreements = part is ErasedPart.AGREEMENTS
    keys = [each.key for each in uploads if (each.id in signed) is of_agreements]
    shared = await Upload.filter(key__in=keys).exclude(elder_id=elder_id).values_list("key", flat=True)
    kept_pictures = {each.key for each in uploads if (each.id in signed) is not of_agreements}
    gone = [key for key in keys if key not in {*shared, *kept_pictures}]
    papers = [each.pdf_key for each in agreements if each.pdf_key] if of_agreements else []
    return [*gone, *(f"{key}.small" for key in gone), *papers]
