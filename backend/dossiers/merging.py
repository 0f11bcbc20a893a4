"""Two files of one person become one, and nothing of either is lost.

What was written stays where it was written: agreements, visits, calls, assessments and the audit trail of the double
name the double, and signed texts bind to it. The people are carried over, so that everybody near the elder reaches the
kept file too: places in the family, volunteers, ties. They keep sight of the double, which is off the register.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.actions import tie
from backend.accounts.models import Tie
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.models import Agreement
from backend.agreements.rules import STANDING, UNFILED
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.calls.models import Call
from backend.calls.rules import UNDER_WAY
from backend.consents.actions import carry_refusals
from backend.consents.queries import same_person
from backend.db import execute, fetch, transaction
from backend.divisions.scope import Level, Scope
from backend.dossiers.errors import DoubleIsInUse, FilesDiffer, MergedElsewhere, SameFile
from backend.dossiers.facts import FilesMerged
from backend.elders.errors import ElderHasLeft
from backend.elders.models import Elder, FileMerge
from backend.elders.queries import elder as elder_in_sight
from backend.elders.staying import leave_as_double
from backend.families.models import FamilyMember
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.volunteers.models import Pairing


async def merge_files(kernel: Kernel, *, kept_id: UUID, double_id: UUID, by: Viewer) -> None:
    """`double_id` is another file of the person of `kept_id`: it leaves the register today and points to the kept one.

    Both on the register and in sight of the township. Once more the same changes nothing. Raises RoleCannot, SameFile,
    ElderNotFound, ElderHasLeft, MergedElsewhere, FilesDiffer, DoubleIsInUse.
    """
    by.require(Role.TOWNSHIP)
    if kept_id == double_id:
        raise SameFile(field="double_id")
    async with transaction():
        # In one order, so that two who merge the same files the other way round do not wait for each other.
        files = {row.id: row for row in await _held(kept_id, double_id)}
        for elder_id in (kept_id, double_id):
            await elder_in_sight(by.scope, elder_id)
        if merged := await FileMerge.get_or_none(double_id=double_id):
            if merged.kept_id != kept_id:
                raise MergedElsewhere
            return
        kept, double = files[kept_id], files[double_id]
        await _check_mergeable(kept, double)
        await leave_as_double(kernel, double, by=by)
        await FileMerge.filter(kept_id=double_id).update(kept_id=kept_id)
        await FileMerge.create(
            kept_id=kept_id, double_id=double_id, merged_by=by.account_id, merged_at=kernel.clock.now()
        )
        await _carry_over_people(kernel, kept_id, double_id, by)
        await _carry_over_number(kernel, kept, double)
        for other_id in await same_person(kept_id):
            if other_id != kept_id:
                await carry_refusals(kernel, files=(kept_id, other_id), by=by)
        ids = {"kept": str(kept_id), "double": str(double_id)}
        for elder_id in sorted((kept_id, double_id)):
            await record(kernel, Subject("elder", elder_id), Tag.FILE_MERGED, by=by.actor, **ids)
        await box.put(kernel, FilesMerged(kept_id=kept_id, double_id=double_id))


class MergedFile(msgspec.Struct, frozen=True):
    """A file of the same person: the one kept, or a double."""

    elder_id: UUID
    village: str
    merged_at: datetime
    kept: bool


async def merged_files(scope: Scope, elder_id: UUID) -> list[MergedFile]:
    """The other files of the person of one file in sight, the one kept first. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.CARD)
    await elder_in_sight(scope, elder_id)
    params: list[object] = [elder_id]
    within = scope.clause(params, "s")
    return await fetch(MergedFile, _MERGED.format(within=within), *params)


_MERGED = """
SELECT o.id AS elder_id, d.name AS village, m.merged_at,
  CASE WHEN m.double_id = $1 THEN 1 = 1 ELSE 1 = 0 END AS kept
FROM file_merges m JOIN elders s ON s.id = $1
JOIN elders o ON o.id = CASE WHEN m.double_id = $1 THEN m.kept_id ELSE m.double_id END
JOIN divisions d ON d.id = o.village_id
WHERE (m.double_id = $1 OR m.kept_id = $1) AND {within}
ORDER BY CASE WHEN m.double_id = $1 THEN 0 ELSE 1 END, m.merged_at, m.id
"""


async def _held(*ids: UUID) -> list[Elder]:
    return await Elder.filter(id__in=list(ids)).order_by("id").select_for_update()


async def _check_mergeable(kept: Elder, double: Elder) -> None:
    if kept.left_on is not None or double.left_on is not None:
        raise ElderHasLeft
    hashes = [bytes(file.id_number_hash) for file in (kept, double) if file.id_number_hash]
    if len(set(hashes)) > 1:
        raise FilesDiffer
    agreed = Agreement.filter(elder_id=double.id, state__in=[*UNFILED, *STANDING])
    if await agreed.exists() or await Call.filter(elder_id=double.id, state__in=UNDER_WAY).exists():
        raise DoubleIsInUse


async def _carry_over_people(kernel: Kernel, kept_id: UUID, double_id: UUID, by: Viewer) -> None:
    """Places and pairings that the kept file has already end with the double; the others go over."""
    now = kernel.clock.now()
    await execute(_END_PLACES, double_id, kept_id, now)
    await FamilyMember.filter(elder_id=double_id, ended_at=None).update(elder_id=kept_id)
    for reached in await Tie.filter(elder_id=double_id, ends_on=None):
        await tie(kernel, membership_id=reached.membership_id, elder_id=kept_id)
    paired = {pairing.volunteer_id for pairing in await Pairing.filter(elder_id=kept_id, ended_at=None)}
    for pairing in await Pairing.filter(elder_id=double_id, ended_at=None):
        if pairing.volunteer_id in paired:
            await Pairing.filter(id=pairing.id).update(ended_at=now, ended_by=by.account_id)
        else:
            over = await Tie.get(id=pairing.tie_id)
            there = await tie(kernel, membership_id=over.membership_id, elder_id=kept_id)
            await Pairing.filter(id=pairing.id).update(elder_id=kept_id, tie_id=there.id)


_END_PLACES = """
UPDATE family_members SET ended_at = $3
WHERE elder_id = $1 AND ended_at IS NULL AND EXISTS (
  SELECT 1 FROM family_members k WHERE k.elder_id = $2 AND k.ended_at IS NULL
  AND k.duty = family_members.duty AND k.phone_hash = family_members.phone_hash)
"""


async def _carry_over_number(kernel: Kernel, kept: Elder, double: Elder) -> None:
    """Else the person could be registered a second time under the number that only the double had."""
    if kept.id_number_hash or not double.id_number:
        return
    number = kernel.keys.decrypt(bytes(double.id_number), f"elders|id_number|{double.id}")
    await Elder.filter(id=kept.id).update(
        id_number=kernel.keys.encrypt(number, f"elders|id_number|{kept.id}"), id_number_hash=double.id_number_hash
    )
