"""A volunteer files a quiet visit, as most are: one report for each of thousands of elders."""

from datetime import UTC, datetime, timedelta

import msgspec

from backend.kit.ids import uuid7
from tests.bench.county import County
from tests.bench.load import Call, http
from tests.bench.results import Result
from tests.bench.versus import CALLS, compare, headers

NAMES = ("api.submit_visit.cpu_vs_bare", "api.submit_visit.cpu_vs_fastapi")
SEEN = {"health": "good", "economy": "good", "family_duty": "good", "safety": "good", "needs": "good"}
TOLD = {"form": "later/1", "minutes": 25, "place": "at_home", "present": ["elder", "neighbour"], "people": 2}


async def run() -> dict[str, Result]:
    """Session, scope, policy, idempotency, report, audit, outbox and due day in three round trips."""
    return await compare("submit_visit", _calls, round_trips=3)


def _calls(county: County) -> list[Call]:
    visits = [(volunteer, elder) for volunteer in county.volunteers for elder in volunteer.elders]
    at = (datetime.now(UTC) - timedelta(hours=2)).replace(microsecond=0).isoformat()
    report = SEEN | TOLD | {"mode": "home", "visited_at": at, "note": "老人精神不错，院里的菜长得好。", "photo_ids": []}
    return [
        Call(
            http(
                "POST",
                "/api/visits/reports",
                headers(number, volunteer.token) | {"Idempotency-Key": str(uuid7())},
                msgspec.json.encode(report | {"elder_id": str(elder)}),
            ),
            201,
        )
        for number, (volunteer, elder) in zip(range(CALLS), visits, strict=False)
    ]
