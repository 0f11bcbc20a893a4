"""kill -9 while a picture is sent and a visit reported."""

from uuid import UUID, uuid4

import httpx
import pytest

from tests.crash.home import Home, count, cut_off
from tests.crash.wholeness import assert_nothing_lost_or_doubled
from tests.factories.photos import Cut, announced, photo, pieces, send_piece, sha256
from tests.family import report_body
from tests.people import Person, drawing


class TestPictures:
    """The volunteer's phone sends a photo."""

    async def send(self, home: Home, key: UUID) -> httpx.Response:
        """The photo, under one key."""
        headers = {"content-type": "image/png"}
        return await home.family.volunteer.send("POST", "/api/uploads", content=drawing(), headers=headers, key=key)

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("before backend.storage.local.os.rename", id="while the file is written"),
            pytest.param("after backend.storage.local.LocalStorage.put", id="between picture and thumbnail"),
            pytest.param("before miniprogram_api.uploads.endpoints.once", id="between the file and its row"),
            pytest.param("after miniprogram_api.uploads.endpoints.once", id="after the commit"),
        ],
    )
    async def test_killed_there_the_repeat_leaves_one_picture_that_opens(self, home: Home, moment: str) -> None:
        await home.start(moment)
        before, key = await count(home.product, "uploads"), uuid4()
        await cut_off(self.send(home, key))
        await home.comes_back()
        answers = [await self.send(home, key) for _ in range(2)]
        assert {(answer.status_code, answer.content) for answer in answers} == {(201, answers[0].content)}
        assert await count(home.product, "uploads") == before + 1
        picture = await home.family.volunteer.send("GET", f"/api/uploads/{answers[0].json()['id']}")
        assert picture.headers["content-type"] == "image/jpeg"
        await assert_nothing_lost_or_doubled(home.product)


class TestPieces:
    """The volunteer's phone sends a photo in pieces."""

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("after backend.storage.receiving.receive 2", id="between two pieces"),
            pytest.param("before backend.storage.receiving.enter_upload", id="between the picture and its row"),
        ],
    )
    async def test_killed_there_what_is_missing_makes_one_picture(self, home: Home, moment: str) -> None:
        await home.start(moment)
        volunteer, data = home.family.volunteer, photo()
        before = await count(home.product, "uploads")
        open_upload = (await volunteer.post("/api/uploads/open", announced(data)))["id"]
        await cut_off(self.send(volunteer, open_upload, pieces(data)))
        await home.comes_back()
        missing = (await volunteer.get(f"/api/uploads/open/{open_upload}"))["missing"]
        assert missing == list(range(len(pieces(data))))[2 if "receive" in moment.split(".")[-1] else -1 :]
        await self.send(volunteer, open_upload, [pieces(data)[number] for number in missing])
        told = await volunteer.get(f"/api/uploads/open/{open_upload}")
        assert (told["missing"], told["sha256"]) == ([], sha256(data))
        assert await count(home.product, "uploads") == before + 1
        await assert_nothing_lost_or_doubled(home.product)

    async def send(self, volunteer: Person, open_upload: str, cuts: list[Cut]) -> httpx.Response:
        """One after the other; the last answer."""
        answers = [await send_piece(volunteer, open_upload, cut) for cut in cuts]
        assert {answer.status_code for answer in answers} == {200}
        return answers[-1]


class TestReports:
    """The volunteer reports a visit with a photo."""

    async def test_killed_after_the_commit_the_repeat_gets_the_first_answer(self, home: Home) -> None:
        await home.start("after miniprogram_api.visits.endpoints.submit")
        volunteer, key = home.family.volunteer, uuid4()
        body = report_body(home.family.elder_id, photo_ids=[await volunteer.upload()])
        await cut_off(volunteer.send("POST", "/api/visits/reports", json=body, key=key))
        await home.comes_back()
        [report] = (await volunteer.get("/api/visits/reports", elder_id=home.family.elder_id))["items"]
        answers = [await volunteer.send("POST", "/api/visits/reports", json=body, key=key) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [201, 201]
        assert [answer.json()["id"] for answer in answers] == [report["id"]] * 2
        assert await count(home.product, "visit_reports") == 1
        await assert_nothing_lost_or_doubled(home.product)

    async def test_killed_in_the_midst_of_storing_nothing_is_there_and_the_repeat_reports(
        self, home: Home, engine: str
    ) -> None:
        midst = {"sqlite": "before backend.visits.storing.record", "postgres": "before backend.visits.storing.fetch"}
        await home.start(midst[engine])
        volunteer, key = home.family.volunteer, uuid4()
        body = report_body(home.family.elder_id, photo_ids=[await volunteer.upload()])
        await cut_off(volunteer.send("POST", "/api/visits/reports", json=body, key=key))
        await home.comes_back()
        assert await count(home.product, "visit_reports") == 0
        answer = await volunteer.send("POST", "/api/visits/reports", json=body, key=key)
        assert answer.status_code == 201
        assert await count(home.product, "visit_reports") == 1
        await assert_nothing_lost_or_doubled(home.product)
