"""The month in figures, and the rates of any day."""

from datetime import date
from typing import Any

import msgspec

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.kit.pages import CursorNotReadable
from backend.statistics.agreeing import agreements_as_of, care_as_of, unattended
from backend.statistics.counting import Standing
from backend.statistics.errors import DayNotCounted, MonthNotPossible
from backend.statistics.queries import Row, figures
from backend.statistics.rules import Place, rate
from backend.statistics.visiting import standings, visits_as_of
from miniprogram_api.reading import log_list
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.statistics.schemas import (
    AgreementPlace,
    AgreementRates,
    AsOfQuery,
    CarePlace,
    CareRates,
    ElderStanding,
    ElderStandings,
    FiguresQuery,
    MonthFigures,
    PlaceFigures,
    PlaceVisits,
    StandingsQuery,
    UnattendedElder,
    UnattendedElders,
    UnattendedQuery,
    VisitRates,
    VisitsAsOfQuery,
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


@routes.get(
    "/api/statistics/visits",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY),
    refusals=(DivisionNotFound, DayNotCounted),
)
async def read_visit_rates(ask: Ask, query: VisitsAsOfQuery) -> VisitRates:
    """Who was visited of those owed a visit, and how many were owed none, by reason."""
    day = query.as_of or ask.viewer.today
    rows = await visits_as_of(ask.viewer.scope, day, period=query.period, division_id=query.division_id)
    items = [
        PlaceVisits(
            **_named(row.place),
            **msgspec.structs.asdict(row.counts),
            owed=row.counts.owed,
            seen=row.counts.seen,
            rate=rate(row.counts.seen, row.counts.owed),
            excluded=row.counts.excluded,
            home_share=rate(row.counts.at_home, row.counts.visits),
        )
        for row in rows
    ]
    return VisitRates(day, query.period, items)


@routes.get(
    "/api/statistics/visits/elders",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP),
    refusals=(DivisionNotFound, DayNotCounted, CursorNotReadable),
)
async def list_standings(ask: Ask, query: StandingsQuery) -> ElderStandings:
    """Who was not visited, or not owed a visit, in a month, each with the reason; the reading is logged."""
    wanted = frozenset({query.standing}) if query.standing else frozenset(Standing) - {Standing.VISITED}
    found = await standings(
        ask.viewer.scope,
        query.as_of or ask.viewer.today,
        wanted=wanted,
        division_id=query.division_id,
        cursor=query.cursor,
        limit=query.limit,
    )
    await log_list(ask, [row.elder_id for row in found.rows])
    items = [
        ElderStanding(
            elder_id=row.elder_id,
            name=row.name,
            village=row.village,
            standing=row.standing,
            came=row.life.came,
            left=row.life.left,
            hospital=row.life.hospital,
            away=row.life.away,
            with_child=row.life.with_child,
        )
        for row in found.rows
    ]
    return ElderStandings(items, found.next_cursor)


def _named(place: Place) -> dict[str, Any]:
    named = msgspec.structs.asdict(place)
    return {"division_id": named.pop("id"), **named}
