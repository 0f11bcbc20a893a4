"""A child reads what visitors saw of the parent: a page of 20 reports of 100,000."""

from itertools import cycle

from tests.bench.county import County
from tests.bench.load import Call, http
from tests.bench.results import Result
from tests.bench.versus import CALLS, compare, headers

NAMES = ("api.list_reports.cpu_vs_bare", "api.list_reports.cpu_vs_fastapi")


async def run() -> dict[str, Result]:
    """Session, scope, page and reading log in two round trips."""
    return await compare("list_reports", _calls, round_trips=2)


def _calls(county: County) -> list[Call]:
    return [
        Call(http("GET", f"/api/visits/reports?elder_id={child.elders[0]}", headers(number, child.token)), 200)
        for number, child in zip(range(CALLS), cycle(county.supporters), strict=False)
    ]
