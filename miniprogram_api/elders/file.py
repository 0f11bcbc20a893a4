"""One elder's whole file in one request, and the lines of its timeline that do not fit in."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.agreements.queries import agreements
from backend.agreements.rules import AgreementState
from backend.corrections.queries import CorrectionRow, corrections_of
from backend.divisions.scope import Scope
from backend.dossiers.merging import MergedFile, merged_files
from backend.dossiers.queries import TimelineRow, timeline
from backend.elders.errors import ElderNotFound
from backend.elders.findings import TierRow, tier_history
from backend.elders.queries import elder
from backend.families.queries import SupporterRow, supporters
from backend.kit.pages import CursorNotReadable
from backend.profiles.queries import (
    CapacityRow,
    ContactRow,
    HouseholdRow,
    PartRow,
    capacity_history,
    contacts,
    household_history,
    profile,
)
from backend.services.queries import CardRow, RequestRow, cards, requests
from miniprogram_api.elders.endpoints import card
from miniprogram_api.elders.findings import Found, found
from miniprogram_api.elders.profile import WHO_READS
from miniprogram_api.elders.schemas import Elder
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import PageQuery

routes = Routes("elders")


class FileQuery(msgspec.Struct, frozen=True):
    """`health` opens health and mind as well, and is logged so."""

    health: bool = False


class Timeline(msgspec.Struct):
    """A page of dated lines, the newest first."""

    items: list[TimelineRow]
    next_cursor: str | None


class Paper(msgspec.Struct):
    """An agreement of the elder's."""

    id: UUID
    number: str | None
    state: AgreementState


class WholeFile(msgspec.Struct):
    """Everything a screen of the file shows. `capacity`, `household` and `card` are what holds now.

    `requests` and `corrections` with the latest first, of corrections all for the committee, else one's own. `found` is
    for the committee. `merged` names the other files of the same person.
    """

    elder: Elder
    profile: list[PartRow]
    contacts: list[ContactRow]
    capacity: CapacityRow | None
    household: HouseholdRow | None
    family: list[SupporterRow]
    tiers: list[TierRow]
    found: Found | None
    agreements: list[Paper]
    card: CardRow | None
    requests: list[RequestRow]
    corrections: list[CorrectionRow]
    merged: list[MergedFile]
    timeline: Timeline


@routes.get("/api/elders/{elder_id}/file", access=scoped(*WHO_READS), refusals=(ElderNotFound,))
async def read_whole_file(ask: Ask, elder_id: UUID, query: FileQuery) -> WholeFile:
    """One elder's whole file; the reading is logged once."""
    kernel, viewer = ask.kernel, ask.viewer
    scope = viewer.scope
    capacity = await capacity_history(scope, elder_id)
    household = await household_history(scope, elder_id)
    chosen = await cards(scope, elder_id)
    lines = await timeline(scope, elder_id)
    committee = viewer.role is Role.COMMITTEE
    whole = WholeFile(
        elder=card(await elder(scope, elder_id), ask),
        profile=await profile(kernel, scope, elder_id, health=query.health),
        contacts=await contacts(kernel, scope, elder_id),
        capacity=capacity[0] if capacity else None,
        household=household[0] if household else None,
        family=await supporters(kernel, scope, elder_id, phones=committee),
        tiers=await tier_history(kernel, scope, elder_id),
        found=await found(scope, elder_id) if committee else None,
        agreements=await _papers(scope, elder_id),
        card=chosen[0] if chosen else None,
        requests=list((await requests(kernel, scope, elder_id=elder_id)).rows),
        corrections=await corrections_of(kernel, scope, elder_id, asked_by=None if committee else viewer.account_id),
        merged=await merged_files(scope, elder_id),
        timeline=Timeline(list(lines.rows), lines.next_cursor),
    )
    await log_reading(ask, elder_id, "whole_file_health" if query.health else "whole_file")
    return whole


async def _papers(scope: Scope, elder_id: UUID) -> list[Paper]:
    page = await agreements(scope, elder_id=elder_id)
    return [Paper(row.id, row.number, AgreementState(row.state)) for row in page.rows]


@routes.get("/api/elders/{elder_id}/timeline", access=scoped(*WHO_READS), refusals=(ElderNotFound, CursorNotReadable))
async def read_timeline(ask: Ask, elder_id: UUID, query: PageQuery) -> Timeline:
    """What happened to the elder, page by page; the reading is logged."""
    lines = await timeline(ask.viewer.scope, elder_id, cursor=query.cursor, limit=query.limit)
    await log_reading(ask, elder_id, "timeline")
    return Timeline(list(lines.rows), lines.next_cursor)
