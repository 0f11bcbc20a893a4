"""The public check page: what it says of a paper, and that it says no more than the paper's holder knows."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from tests.api.scenes.agreements import sealed
from tests.api.world import World
from tests.factories.forgery import annotated, flipped, revised, signed_ranges


async def ask(world: World, pdf: bytes) -> httpx.Response:
    """Anybody asks by the file itself."""
    headers = {"content-type": "application/pdf"}
    return await world.stranger.send("POST", "/api/check/pdf", content=pdf, headers=headers)


async def verdict(world: World, pdf: bytes) -> str:
    answer = await ask(world, pdf)
    assert answer.status_code == 200, answer.text
    found: str = answer.json()["verdict"]
    return found


async def test_a_paper_is_valid_altered_suspended_ended_or_unknown(world: World) -> None:
    son, home = world.family.son, await world.household()
    agreement = await sealed(world, home)
    pdf = (await son.send("GET", f"/api/agreements/{agreement}/pdf")).content
    paper: dict[str, Any] = (await ask(world, pdf)).json()
    assert (paper["verdict"], paper["state"]) == ("valid", "filed")
    assert home.name not in str(paper)

    flips = [flipped(pdf, at) for at in (5, len(pdf) // 2, signed_ranges(pdf)[0].stop + 100)]
    for forged in (*flips, revised(pdf), annotated(pdf), pdf + b"\n", pdf[:-200]):
        altered = await ask(world, forged)
        assert (altered.status_code, altered.json()["code"]) == (409, "paper_altered")
        assert not {paper["number"], paper["elder"], paper["text_hash"], agreement} & set(altered.text.split('"'))
    unknown = await ask(world, b"%PDF-1.4\n%%EOF")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "check_failed")

    until = (datetime.now(UTC) + timedelta(days=20)).date().isoformat()
    reason = {"reason": "child_home_a_while", "until": until}
    await son.post(f"/api/agreements/{agreement}/suspend", reason)
    assert await verdict(world, pdf) == "suspended"
    await son.post(f"/api/agreements/{agreement}/end", {"reason": "supporter"})
    assert await verdict(world, pdf) == "ended"
    code = (await son.get(f"/api/agreements/{agreement}"))["check_code"]
    by_number = await world.stranger.get("/api/check", number=paper["number"], code=code)
    assert by_number["verdict"] == "ended"
