"""The month in figures, and the rates of any day."""

from datetime import date
from typing import Any

import msgspec

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.kit.pages import CursorNotReadable
from backend.statistics.agreeing import agreements_as_of, care_as_of, unattended
from backend.statistics.errors import DayNotCounted, MonthNotPossible
from backend.statistics.queries import Row, figures
from backend.statistics.rules import Place, rate
from miniprogram_api.reading import log_list
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.statistics.schemas import (
    AgreementPlace,
    AgreementRates,
    AsOfQuery,
    CarePlace,
    CareRates,
    FiguresQuery,
    MonthFigures,
    PlaceFigures,
    UnattendedElder,
    UnattendedElders,
    UnattendedQuery,
)

routes = Routes("statistics")


@routes.get(
    "/api/statistics/figures",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY),
    refusals=(DivisionNotFound, MonthNotPossible),
)
async def read_figures(ask: Ask, query: FiguresQuery) -> MonthFigures:
    """Figures of a month, village by village and summed level by level."""
    month = date.fromisoformat(f"{query.month}-01")
    sheet = await figures(ask.viewer.scope, month, division_id=query.division_id)
    return MonthFigures(query.month, sheet.as_of, [_shown(row) for row in sheet.rows])


def _shown(row: Row) -> PlaceFigures:
    place, counts = row.place, row.figures
    return PlaceFigures(
        division_id=place.id,
        parent_id=place.parent_id,
        code=place.code,
        name=place.name,
        level=place.level,
        elders=counts.elders,
        agreements=counts.agreements,
        agreement_rate=rate(counts.agreements, counts.elders),
        visits_owed=counts.visits_owed,
        visited=counts.visited,
        visit_rate=rate(counts.visited, counts.visits_owed),
        overdue=counts.overdue,
        calls=counts.calls,
        call_minutes=counts.call_minutes,
    )


@routes.get(
    "/api/statistics/agreements",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY),
    refusals=(DivisionNotFound, DayNotCounted),
)
async def read_agreement_rates(ask: Ask, query: AsOfQuery) -> AgreementRates:
    """How many of the register have an agreement in force on a day, and what keeps the others."""
    day = query.as_of or ask.viewer.today
    rows = await agreements_as_of(ask.viewer.scope, day, division_id=query.division_id)
    items = [
        AgreementPlace(
            **_named(row.place),
            **msgspec.structs.asdict(row.counts),
            on_register=row.counts.on_register,
            rate=rate(row.counts.in_force, row.counts.on_register),
        )
        for row in rows
    ]
    return AgreementRates(day, items)


@routes.get(
    "/api/statistics/care",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY),
    refusals=(DivisionNotFound, DayNotCounted),
)
async def read_care_rates(ask: Ask, query: AsOfQuery) -> CareRates:
    """Of those who cannot care for themselves, for how many somebody answers."""
    day = query.as_of or ask.viewer.today
    rows = await care_as_of(ask.viewer.scope, day, division_id=query.division_id)
    items = [
        CarePlace(
            **_named(row.place),
            **msgspec.structs.asdict(row.counts),
            dependent=row.counts.dependent,
            rate=rate(row.counts.dependent - row.counts.nobody, row.counts.dependent),
        )
        for row in rows
    ]
    return CareRates(day, items)


@routes.get(
    "/api/statistics/unattended",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP),
    refusals=(DivisionNotFound, CursorNotReadable),
)
async def list_unattended(ask: Ask, query: UnattendedQuery) -> UnattendedElders:
    """Those who cannot care for themselves and nobody answers for; the reading is logged."""
    found = await unattended(ask.viewer.scope, division_id=query.division_id, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [row.elder_id for row in found.rows])
    items = [UnattendedElder(row.elder_id, row.name, row.village) for row in found.rows]
    return UnattendedElders(items, found.next_cursor)


def _named(place: Place) -> dict[str, Any]:
    named = msgspec.structs.asdict(place)
    return {"division_id": named.pop("id"), **named}
