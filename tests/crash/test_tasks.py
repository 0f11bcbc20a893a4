"""kill -9 while the committee writes down that a frail elder lives alone."""

from uuid import uuid4

import httpx
import pytest

from tests.api.scenes.tiers import FACTS
from tests.crash.home import Home, count, cut_off, settled
from tests.crash.wholeness import assert_nothing_lost_or_doubled

FRAIL = "elders WHERE mobility = 'difficult'"
TASK = "tasks WHERE kind = 'must_not_live_alone'"


class TestFacts:
    """The facts, the alert and its task are there together or not at all."""

    @pytest.mark.parametrize(
        ("moment", "stored"),
        [
            pytest.param("after backend.elders.alerting.raise_each", 0, id="between the task and the commit"),
            pytest.param("after miniprogram_api.elders.tiers.change_facts", 0, id="before the answer is kept"),
            pytest.param("after miniprogram_api.routes.once", 1, id="after the commit"),
        ],
    )
    async def test_killed_there_the_repeat_leaves_one_task(self, home: Home, moment: str, stored: int) -> None:
        await home.start(moment)
        path, key = f"/api/elders/{home.family.elder_id}/facts", uuid4()

        async def send() -> httpx.Response:
            return await home.family.committee.send("PUT", path, json=FACTS, key=key)

        await cut_off(send())
        assert [await count(home.product, rows) for rows in (FRAIL, TASK)] == [stored, stored]
        await home.comes_back()
        answers = [await send() for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]
        await settled(home.product)
        assert [await count(home.product, rows) for rows in (FRAIL, TASK)] == [1, 1]
        assert await home.inbox(home.family.committee, "不宜再一个人住") == 1
        await assert_nothing_lost_or_doubled(home.product)
