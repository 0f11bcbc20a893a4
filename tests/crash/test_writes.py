"""kill -9 inside what people do: after the restart the same tap finds it done once, or does it."""

from uuid import uuid4

from tests.crash.home import Home, cut_off
from tests.crash.wholeness import assert_nothing_lost_or_doubled, count


class TestSigning:
    """A child signs the agreement."""

    async def test_the_repeat_is_answered_as_the_first_would_have_been_when_killed_after_the_commit(
        self, home: Home
    ) -> None:
        await home.start("after miniprogram_api.routes.once")
        son, key, path = home.family.son, uuid4(), f"/api/agreements/{home.draft}/sign"
        seen = (await son.get(f"/api/agreements/{home.draft}"))["text_hash"]
        body = {"text_hash": seen, "signature_id": await son.upload()}
        await cut_off(son.send("POST", path, json=body, key=key))
        await home.comes_back()
        assert await count(home.product, f"acts WHERE agreement_id = '{home.draft}'") == 1
        answers = [await son.send("POST", path, json=body, key=key) for _ in range(2)]
        assert [(answer.status_code, answer.content) for answer in answers] == [(200, answers[0].content)] * 2
        assert await count(home.product, f"acts WHERE agreement_id = '{home.draft}'") == 1
        await assert_nothing_lost_or_doubled(home.product)
