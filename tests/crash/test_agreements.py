"""kill -9 while an agreement is signed, filed and sealed."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.kit.clock import shanghai_day
from tests.crash.home import Home, count, cut_off, settled
from tests.crash.wholeness import assert_nothing_lost_or_doubled
from tests.family import consent_body, signed


class TestSigning:
    """The son signs; the server dies over it; his phone sends the same again."""

    async def sign(self, home: Home, key: UUID) -> tuple[str, dict[str, Any]]:
        """Path and body of his tap, which is cut off."""
        son, path = home.family.son, f"/api/agreements/{home.draft}/sign"
        seen = (await son.get(f"/api/agreements/{home.draft}"))["text_hash"]
        body = {"text_hash": seen, "signature_id": await son.upload()}
        await cut_off(son.send("POST", path, json=body, key=key))
        return path, body

    async def test_killed_after_the_commit_the_repeat_is_answered_and_he_has_signed_once(self, home: Home) -> None:
        await home.start("after miniprogram_api.routes.once")
        key = uuid4()
        path, body = await self.sign(home, key)
        await home.comes_back()
        assert await count(home.product, f"acts WHERE agreement_id = '{home.draft}'") == 1
        answers = [await home.family.son.send("POST", path, json=body, key=key) for _ in range(2)]
        assert {(answer.status_code, answer.content) for answer in answers} == {(200, answers[0].content)}
        assert await count(home.product, f"acts WHERE agreement_id = '{home.draft}'") == 1
        await assert_nothing_lost_or_doubled(home.product)

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("after backend.outbox.idempotency.seal_answer", id="before the commit"),
            pytest.param("before backend.agreements.moving.record", id="between the act and its audit event"),
            pytest.param("after backend.agreements.moving.record", id="between the audit event and its fact"),
        ],
    )
    async def test_killed_before_it_was_whole_nothing_is_there_and_the_repeat_signs(
        self, home: Home, moment: str
    ) -> None:
        await home.start(f"{moment} 2" if moment.endswith("seal_answer") else moment)
        key = uuid4()
        path, body = await self.sign(home, key)
        await home.comes_back()
        assert await count(home.product, f"acts WHERE agreement_id = '{home.draft}'") == 0
        assert (await home.family.son.send("POST", path, json=body, key=key)).status_code == 200
        assert await count(home.product, f"acts WHERE agreement_id = '{home.draft}'") == 1
        await assert_nothing_lost_or_doubled(home.product)


class TestConsent:
    """The elder's fingerprint, taken on the volunteer's phone."""

    async def test_killed_after_the_commit_the_elder_has_consented_once(self, home: Home) -> None:
        await home.start("after miniprogram_api.agreements.acts.consenting.record_answer")
        text_hash = await signed(home.family, home.draft)
        body, key = await consent_body(home.family, text_hash), uuid4()
        path = f"/api/agreements/{home.draft}/answer"
        await cut_off(home.family.volunteer.send("POST", path, json=body, key=key))
        await home.comes_back()
        assert (await home.family.volunteer.send("POST", path, json=body, key=key)).status_code == 200
        assert await count(home.product, f"acts WHERE agreement_id = '{home.draft}' AND kind = 'consent'") == 1
        await assert_nothing_lost_or_doubled(home.product)


class TestFiling:
    """The committee gives the agreement its number."""

    async def file(self, home: Home, key: UUID) -> httpx.Response:
        """The committee's tap."""
        path = f"/api/agreements/{home.handed_in}/file"
        return await home.neighbours.committee.send("POST", path, key=key)

    async def test_killed_between_the_audit_event_and_the_signed_head_nothing_is_filed_until_the_repeat(
        self, home: Home
    ) -> None:
        await home.start("before backend.agreements.filing.sign_head")
        key = uuid4()
        await cut_off(self.file(home, key))
        await home.comes_back()
        assert await count(home.product, "agreements WHERE number IS NOT NULL") == 0
        answer = await self.file(home, key)
        assert answer.json()["number"].endswith("-0001")
        assert (await self.file(home, key)).content == answer.content
        await assert_nothing_lost_or_doubled(home.product)

    async def test_killed_after_the_commit_the_repeat_gets_the_same_number(self, home: Home) -> None:
        await home.start("after miniprogram_api.routes.once")
        key = uuid4()
        await cut_off(self.file(home, key))
        await home.comes_back()
        await assert_nothing_lost_or_doubled(home.product)
        assert (await self.file(home, key)).json()["number"].endswith("-0001")
        assert await count(home.product, "agreements WHERE number IS NOT NULL") == 1


class TestSealing:
    """The worker makes the paper; whatever it was at, one paper comes of it and each party hears of it once."""

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("after backend.agreements.sealing.render.render", id="between drawing and sealing"),
            pytest.param("after backend.agreements.sealing.seal", id="between sealing and storing"),
            pytest.param("after backend.storage.local.LocalStorage.put", id="between the file and its row"),
            pytest.param("before backend.agreements.sealing.sign_head", id="between the row and the signed head"),
            pytest.param("after backend.agreements.sealing.Sealer.ensure_sealed", id="before the fact is settled"),
        ],
    )
    async def test_killed_there_the_agreement_is_sealed_once_all_the_same(self, home: Home, moment: str) -> None:
        await home.start(moment)
        committee, daughter = home.neighbours.committee, home.neighbours.daughter
        # The worker may be quicker than the answer to the filing.
        with suppress(httpx.TransportError):
            await committee.send("POST", f"/api/agreements/{home.handed_in}/file")
        await home.comes_back()
        await assert_nothing_lost_or_doubled(home.product)
        assert await count(home.product, "agreements WHERE sealed_at IS NOT NULL") == 1
        assert await home.inbox(daughter, "存证协议") == 1
        pdf = await daughter.send("GET", f"/api/agreements/{home.handed_in}/pdf")
        assert pdf.content.startswith(b"%PDF")


@pytest.mark.parametrize("engine", ["postgres"])
class TestSuspension:
    """The son is home for a while: what stands is suspended, and the server dies over it."""

    @pytest.mark.parametrize(
        ("moment", "kept"),
        [
            pytest.param("before backend.agreements.ending.sign_head", 0, id="between the history and the signed head"),
            pytest.param("after miniprogram_api.routes.once 2", 1, id="after the commit"),
        ],
    )
    async def test_killed_there_it_is_suspended_once_by_the_repeat(self, home: Home, moment: str, kept: int) -> None:
        await home.start(moment)
        family, key = home.neighbours, uuid4()
        await family.committee.post(f"/api/agreements/{home.handed_in}/file")
        until = (shanghai_day(datetime.now(UTC)) + timedelta(days=20)).isoformat()
        path = f"/api/agreements/{home.handed_in}/suspend"
        body = {"reason": "child_home_a_while", "until": until}
        await cut_off(family.son.send("POST", path, json=body, key=key))
        await home.comes_back()
        suspended = f"agreement_spans WHERE agreement_id = '{home.handed_in}' AND state = 'suspended'"
        assert await count(home.product, suspended) == kept
        assert (await family.son.send("POST", path, json=body, key=key)).status_code == 200
        await settled(home.product)
        assert await count(home.product, suspended) == 1
        assert await count(home.product, "outbox_entries WHERE topic = 'AgreementSuspended'") == 1
        await assert_nothing_lost_or_doubled(home.product)


class TestDeath:
    """The elder has died: the worker ends the agreement, and dies over it."""

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("after backend.agreements.living.end_now", id="before the ending is committed"),
            pytest.param("after backend.agreements.living.Living.on_elder_left", id="before the fact is settled"),
        ],
    )
    async def test_killed_there_it_ends_once_and_nobody_is_written_to(self, home: Home, moment: str) -> None:
        await home.start(moment)
        family = home.neighbours
        with suppress(httpx.TransportError):
            left = {"reason": "died", "on": shanghai_day(datetime.now(UTC)).isoformat()}
            await family.committee.post(f"/api/elders/{family.elder_id}/leave", left)
        await home.comes_back()
        await settled(home.product)
        ended = f"agreement_spans WHERE agreement_id = '{home.handed_in}' AND state = 'ended' AND reason = 'died'"
        assert await count(home.product, ended) == 1
        assert await count(home.product, "outbox_entries WHERE topic = 'AgreementEnded'") == 1
        assert await home.inbox(family.son, "协议结束") == 0
        await assert_nothing_lost_or_doubled(home.product)
