"""Numbers, phones and words about health reach only those who need them, and each reading of a file is logged.

Everybody who may reads everything there is to read of one elder. What each of them saw of the secrets is compared with
a reviewed list: a new way to see one fails here until somebody says who needs it.
"""

from typing import Any
from uuid import UUID

import pytest

import tests.api.scenes as scenes
from backend.accounts.roles import Role
from backend.audit.models import Reading
from backend.db import open_database
from backend.elders.ability import HIGHEST
from tests.api.attempts import known
from tests.api.operations import BY_ID
from tests.api.scenes.tiers import FACTS, REASON, an_override, today
from tests.api.scenes.visiting import LACKS, NEW_PHONE
from tests.api.walk import seen
from tests.api.world import NOTE, Household, World
from tests.family import report_body

assert scenes

pytestmark = pytest.mark.timeout(400)

NUMBER, PHONE, WRONG = "530102194502030016", "13987654321", "血压那一栏写错了"
READS = [name for name, each in BY_ID.items() if each.method == "GET" and each.access.reach == "scoped"]
OF_ELDER = [name for name in READS if BY_ID[name].path_ids == ["elder_id"]]
# Paths with an elder's id that show nothing of the elder, and so leave no reading.
NO_READING = {
    "dossiers_list_readings": "shows who looked, and nothing of the elder",
    "dossiers_list_merged_files": "ids, a village and a day",
}
NEAR = ("supporter", "caregiver", "volunteer", "committee")
DESK = ("committee", "township")
# Which secret is seen where, by whom; each because the role cannot do its part without it.
SEEN: dict[str, dict[str, tuple[str, ...]]] = {
    "number": {"dossiers_export_elder_file": ("committee",), "elders_export_elders": DESK},
    "phone": {"dossiers_export_elder_file": ("committee", "supporter"), "elders_export_elders": DESK},
    "phone of the son": {
        "dossiers_export_elder_file": ("committee",),
        "elders_export_elders": DESK,
        "elders_read_whole_file": ("committee",),
        "incidents_read_incident": ("committee", "township", "county"),
    },
    "reason": {
        "elders_read_tier_history": NEAR,
        "elders_read_whole_file": NEAR,
        "elders_read_findings": ("committee",),
        "dossiers_export_elder_file": ("committee", "supporter"),
    },
    "note": {"visits_read_report": NEAR, "dossiers_export_elder_file": ("committee", "supporter")},
    "need": {
        "visits_list_visit_needs": NEAR,
        "dossiers_export_elder_file": ("committee", "supporter"),
    },
    "proposed phone": {
        "visits_list_proposals": ("committee",),
        "dossiers_export_elder_file": ("committee",),
    },
    "correction": {
        "corrections_list_open_corrections": ("committee",),
        "corrections_list_corrections": ("committee", "supporter"),
        "elders_read_whole_file": ("committee", "supporter"),
        "dossiers_export_elder_file": ("committee",),
    },
}


@pytest.fixture(scope="module")
async def sqlite_home(sqlite_world: World) -> Household:
    return await confiding(sqlite_world)


@pytest.fixture(scope="module")
async def postgres_home(postgres_world: World) -> Household:
    return await confiding(postgres_world)


@pytest.fixture
def home(request: pytest.FixtureRequest, engine: str) -> Household:
    """A household with something to hide, on either engine."""
    found: Household = request.getfixturevalue(f"{engine}_home")
    return found


async def times_read(world: World, home: Household) -> int:
    """How often the household's file is in the reading log."""
    async with open_database(world.product.database_url):
        return await Reading.filter(elder_id=UUID(home.elder_id)).count()


async def confiding(world: World) -> Household:
    """An elder with a number, a phone, a family, an assessment, an override, a visit and a request."""
    committee, family = world.family.committee, world.family
    body = world.elder_body(name="卫玉兰", id_number=NUMBER, phone=PHONE, born_on="1945-02-03")
    elder_id = (await committee.post("/api/elders", body))["id"]
    places = {}
    for who, member in world.member_bodies().items():
        places[who] = (await committee.post(f"/api/elders/{elder_id}/ties", member))["id"]
        await committee.post(f"/api/elders/ties/{places[who]}/confirm")
    pairing = {"volunteer_id": world.volunteer_id, "elder_id": elder_id}
    pairing_id = (await committee.post("/api/volunteers/pairings", pairing))["id"]
    await committee.put(f"/api/elders/{elder_id}/facts", FACTS)
    conditions = {"coma": False, "dementia": False, "mental_disorder": False, "risk_events": 0}
    scores = {item.value: most for item, most in HIGHEST.items()}
    assessment = {"assessed_on": today(), "scores": scores, "conditions": conditions}
    await committee.post(f"/api/elders/{elder_id}/assessments", assessment)
    await committee.post(f"/api/elders/{elder_id}/tier/override", an_override())
    told = {"need_items": [{"kind": "refit", "words": LACKS}], "proposals": [{"field": "phone", "value": NEW_PHONE}]}
    report = await family.volunteer.post("/api/visits/reports", report_body(elder_id, note=NOTE) | told)
    places["report"] = report["id"]
    await family.son.post(f"/api/elders/{elder_id}/corrections", {"part": "health", "words": WRONG})
    return Household(elder_id, "卫玉兰", places, pairing_id)


def secrets(world: World) -> dict[str, str]:
    return {
        "number": NUMBER,
        "phone": PHONE,
        "phone of the son": world.phones["son"],
        "reason": REASON,
        "note": NOTE,
        "correction": WRONG,
        "need": LACKS,
        "proposed phone": NEW_PHONE,
    }


async def answers(world: World, home: Household, name: str) -> dict[str, Any]:
    """What each role the operation is for gets of the household."""
    operation, attempt = BY_ID[name], await known(world, name)
    own = {"elder_id": home.elder_id, "report_id": home.places["report"]}
    ids = {part: own.get(part, value) for part, value in attempt.ids.items()}
    found = {}
    for role in operation.access.roles:
        answer = await attempt.send(operation, world.rightful[role], ids=ids)
        assert answer.is_success, f"{role}: {answer.text}"
        found[role.value] = answer
    return found


@pytest.mark.parametrize("name", READS)
async def test_a_secret_is_seen_only_by_who_needs_it(world: World, home: Household, name: str) -> None:
    words = secrets(world)
    found: dict[str, set[str]] = {}
    for role, answer in (await answers(world, home, name)).items():
        for kind in (kind for kind, word in words.items() if seen(answer, {word})):
            found.setdefault(kind, set()).add(role)
    allowed = {kind: set(where[name]) for kind, where in SEEN.items() if name in where}
    assert found == allowed


@pytest.mark.parametrize("name", READS)
async def test_each_reading_of_a_file_leaves_a_line(world: World, home: Household, name: str) -> None:
    """Whatever route it came by: who has the elder on the screen is in the log, and nobody else."""
    before = await times_read(world, home)
    found = await answers(world, home, name)
    after = await times_read(world, home)
    shown = [role for role, answer in found.items() if name in OF_ELDER or seen(answer, {home.name, home.elder_id})]
    assert after - before == (0 if name in NO_READING else len(shown))


async def test_a_bureau_that_counts_reads_no_file_at_all(world: World, home: Household) -> None:
    for name in OF_ELDER:
        attempt = await known(world, name)
        ids = {"elder_id": home.elder_id}
        answer = await attempt.send(BY_ID[name], world.rightful[Role.COUNTY], ids=ids)
        assert answer.status_code in (403, 404), name
        assert seen(answer, {*secrets(world).values(), home.name}) == set()
