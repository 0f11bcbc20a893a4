"""What concerns a person's whole file: who read it, taking it along, and two that are one."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.audit.trail import record_readings
from backend.consents.errors import FamilyNotTold
from backend.dossiers.doubles import likely_doubles
from backend.dossiers.errors import DoubleIsInUse, FilesDiffer, MergedElsewhere, SameFile
from backend.dossiers.export import PersonalDocument, export_account, export_elder
from backend.dossiers.merging import merge_files, merged_files
from backend.dossiers.year import year
from backend.elders.errors import ElderHasLeft, ElderNotFound
from backend.elders.readings import readings
from backend.kit.pages import CursorNotReadable
from miniprogram_api.dossiers.schemas import (
    Doubles,
    FamilyYear,
    FileMergeIn,
    OtherFile,
    OtherFiles,
    ReadingOut,
    Readings,
)
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done, PageQuery

routes = Routes("dossiers")


@routes.get(
    "/api/elders/{elder_id}/readings",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    refusals=(ElderNotFound, CursorNotReadable),
)
async def list_readings(ask: Ask, elder_id: UUID, query: PageQuery) -> Readings:
    """Who looked at the file, when, as what and why; the family sees roles and offices, the committee names too."""
    page = await readings(ask.viewer.scope, elder_id, cursor=query.cursor, limit=query.limit)
    named = ask.viewer.role is Role.COMMITTEE
    items = [
        ReadingOut(row.at, Role(row.role), row.office, row.name if named else None, row.purpose, row.what)
        for row in page.rows
    ]
    return Readings(items, page.next_cursor)


@routes.get("/api/elders/{elder_id}/year", access=scoped(Role.SUPPORTER), refusals=(ElderNotFound, CursorNotReadable))
async def read_year(ask: Ask, elder_id: UUID, query: PageQuery) -> FamilyYear:
    """The last twelve months with the elder: visits, calls, what I did myself; the reading is logged."""
    page = await year(ask.kernel, elder_id, by=ask.viewer, cursor=query.cursor, limit=query.limit)
    return FamilyYear(page.rows, page.next_cursor)


@routes.get("/api/account/export", access=SELF)
async def export_own_data(ask: Ask) -> PersonalDocument:
    """All that is kept of me, as one document (layout cloud-reunion-person/1); logged."""
    return await export_account(ask.kernel, by=ask.viewer)


@routes.get(
    "/api/elders/{elder_id}/export",
    access=scoped(Role.SUPPORTER, Role.COMMITTEE),
    refusals=(ElderNotFound, FamilyNotTold),
)
async def export_elder_file(ask: Ask, elder_id: UUID) -> PersonalDocument:
    """The elder's whole file, as one document (layout cloud-reunion-person/1); logged."""
    return await export_elder(ask.kernel, elder_id=elder_id, by=ask.viewer)


@routes.get("/api/elders/doubles", access=scoped(Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_doubles(ask: Ask, query: PageQuery) -> Doubles:
    """Files likely to be of one person, two by two side by side; the reading is logged."""
    scope = ask.viewer.scope
    page = await likely_doubles(scope, cursor=query.cursor, limit=query.limit)
    if page.rows and scope.division:
        await record_readings(
            ask.kernel,
            by=ask.viewer.actor,
            purpose=scope.purpose,
            elder_ids={file.elder_id for row in page.rows for file in row.files},
            what="doubles",
            subject_id=scope.division,
        )
    return Doubles(list(page.rows), page.next_cursor)


@routes.post(
    "/api/elders/{elder_id}/merge",
    access=scoped(Role.TOWNSHIP),
    status=200,
    refusals=(ElderNotFound, SameFile, ElderHasLeft, MergedElsewhere, FilesDiffer, DoubleIsInUse),
)
async def merge_double(ask: Ask, elder_id: UUID, body: FileMergeIn) -> Done:
    """Keep this file and merge a double of the same person into it."""
    await merge_files(ask.kernel, kept_id=elder_id, double_id=body.double_id, by=ask.viewer)
    return Done()


@routes.get(
    "/api/elders/{elder_id}/merged",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE, Role.TOWNSHIP),
    refusals=(ElderNotFound,),
)
async def list_merged_files(ask: Ask, elder_id: UUID) -> OtherFiles:
    """The other files of the same person: the one kept, or the doubles with their history."""
    found = await merged_files(ask.viewer.scope, elder_id)
    return OtherFiles([OtherFile(row.elder_id, row.village, row.merged_at, row.kept) for row in found])
