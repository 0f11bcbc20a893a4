"""The month in figures."""

from datetime import date

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.statistics.errors import MonthNotPossible
from backend.statistics.queries import Row, figures
from backend.statistics.rules import rate
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.statistics.schemas import FiguresQuery, MonthFigures, PlaceFigures

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
