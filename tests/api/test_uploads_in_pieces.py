"""Photographs in pieces: any order, any number of times, one picture; and what a phone may not do."""

import asyncio
import random
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image

from backend.bootstrap import key_ring
from backend.db import open_database
from backend.storage.models import OpenUpload, Upload, UploadPiece
from backend.storage.rules import MOST_OPEN
from tests.api.test_uploads import HTML, SVG, bomb
from tests.api.world import World
from tests.factories.photos import SORT, Cut, announced, photo, pieces, send_piece, sha256
from tests.people import Person

HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(40_000)


async def begin(person: Person, data: bytes) -> str:
    made: str = (await person.post("/api/uploads/open", announced(data)))["id"]
    return made


async def progress(person: Person, open_upload: str) -> Any:
    return await person.get(f"/api/uploads/open/{open_upload}")


async def kept(world: World, picture_id: str) -> Upload:
    """The row of a picture; its pieces' bytes must be gone."""
    async with open_database(world.product.settings().database_url):
        [opened] = await OpenUpload.filter(picture_id=picture_id)
        assert not await UploadPiece.filter(open_upload_id=opened.id, data__isnull=False).exists()
        return await Upload.get(id=picture_id)


async def test_out_of_order_and_again_and_again_they_make_one_picture(world: World) -> None:
    son, data = world.family.son, photo(1)
    cuts = pieces(data)
    shuffled = [*cuts, *cuts[:-1]]
    random.Random(7).shuffle(shuffled)
    open_upload = await begin(son, data)
    told: list[Any] = []
    for cut in shuffled:
        answer = await send_piece(son, open_upload, cut)
        assert answer.status_code == 200, answer.text
        told.append(answer.json())
    assert told[0]["missing"] == [cut.number for cut in cuts if cut.number != shuffled[0].number]
    assert told[-1] == await progress(son, open_upload)
    assert (told[-1]["missing"], told[-1]["sha256"]) == ([], sha256(data))
    row = await kept(world, told[-1]["picture_id"])
    assert (row.phone_sha256, row.sha256 != sha256(data)) == (sha256(data), True)
    picture = await son.send("GET", f"/api/uploads/{row.id}")
    assert Image.open(BytesIO(picture.content)).size == (300, 300)


async def test_two_who_bring_the_last_piece_at_once_make_one_picture(world: World) -> None:
    son, data = world.family.son, photo(2)
    *early, last = pieces(data)
    open_upload = await begin(son, data)
    await asyncio.gather(*(send_piece(son, open_upload, cut) for cut in early))
    answers = await asyncio.gather(*(send_piece(son, open_upload, last) for _ in range(4)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["picture_id"] for answer in answers} - {None}) == 1
    assert (await kept(world, answers[0].json()["picture_id"])).phone_sha256 == sha256(data)
    async with open_database(world.product.settings().database_url):
        assert await Upload.filter(phone_sha256=sha256(data)).count() == 1


async def test_all_pieces_at_once_leave_none_missing(world: World) -> None:
    son, data = world.family.son, photo(3)
    open_upload = await begin(son, data)
    await asyncio.gather(*(send_piece(son, open_upload, cut) for cut in pieces(data)))
    assert (await progress(son, open_upload))["sha256"] == sha256(data)


async def test_pieces_lie_encrypted(sqlite_world: World) -> None:
    son, data = sqlite_world.family.son, photo(4)
    open_upload = await begin(son, data)
    first = pieces(data)[0]
    await send_piece(son, open_upload, first)
    settings = sqlite_world.product.settings()
    async with open_database(settings.database_url):
        [row] = await UploadPiece.filter(open_upload_id=open_upload)
    assert row.data is not None
    assert first.data[100:132] not in row.data
    assert key_ring(settings).decrypt(row.data, f"upload_pieces|data|{row.id}") == first.data


class TestRefusals:
    async def test_of_pieces_that_do_not_belong(self, sqlite_world: World) -> None:
        son, data = sqlite_world.family.son, photo(5)
        open_upload = await begin(son, data)
        first, second, *_, last = pieces(data)
        assert (await send_piece(son, open_upload, first)).status_code == 200
        path = f"/api/uploads/open/{open_upload}/piece"
        damaged = await son.send("PUT", path, params=second.query, content=second.data[:-1] + b"\x00", headers=SORT)
        sent = {
            "piece_damaged": damaged,
            "piece_out_of_range": await send_piece(son, open_upload, Cut(last.number + 1, last.data)),
            "piece_differs": await send_piece(son, open_upload, Cut(0, second.data)),
            "field_not_right": await send_piece(son, open_upload, Cut(-1, second.data)),
        }
        assert {answer.json()["code"]: code for code, answer in sent.items()} == {code: code for code in sent}
        short = await send_piece(son, open_upload, Cut(1, second.data[:-1]))
        assert short.json()["code"] == "piece_damaged"
        assert (await progress(son, open_upload))["missing"] == [cut.number for cut in pieces(data)[1:]]
        for cut in pieces(data):
            await send_piece(son, open_upload, cut)
        afterwards = await send_piece(son, open_upload, Cut(0, second.data))
        assert afterwards.json()["code"] == "piece_differs"
        assert (await progress(son, open_upload))["sha256"] == sha256(data)

    async def test_of_another_persons_upload_as_if_there_were_none(self, sqlite_world: World) -> None:
        data = photo(6)
        open_upload = await begin(sqlite_world.family.son, data)
        stranger = sqlite_world.family.volunteer
        assert (await send_piece(stranger, open_upload, pieces(data)[0])).json()["code"] == "open_upload_not_found"
        look = await stranger.send("GET", f"/api/uploads/open/{open_upload}")
        nothing = await stranger.send("GET", f"/api/uploads/open/{uuid4()}")
        assert [answer.status_code for answer in (look, nothing)] == [404, 404]
        assert look.json()["message"] == nothing.json()["message"]

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            pytest.param(bomb(), "picture_too_large", id="a bomb"),
            pytest.param(HEIC, "heic_picture", id="HEIC"),
            pytest.param(SVG, "not_apicture", id="SVG"),
            pytest.param(HTML, "not_apicture", id="a page"),
            pytest.param(photo(7)[:-9000] + bytes(9), "not_apicture", id="half a photo"),
        ],
    )
    async def test_of_what_is_no_picture_when_it_is_whole(self, sqlite_world: World, data: bytes, code: str) -> None:
        son = sqlite_world.family.son
        open_upload = await begin(son, data)
        for cut in pieces(data):
            answer = await send_piece(son, open_upload, cut)
        assert answer.json()["code"] == code
        assert any("一" <= letter <= "鿿" for letter in answer.json()["message"])
        gone = await send_piece(son, open_upload, cut)
        assert gone.json()["code"] == "open_upload_not_found"

    async def test_of_a_whole_that_is_not_what_was_announced(self, sqlite_world: World) -> None:
        son, data, other = sqlite_world.family.son, photo(8), photo(9)
        told = announced(data) | {"sha256": sha256(other)}
        open_upload = (await son.post("/api/uploads/open", told))["id"]
        answers = [await send_piece(son, open_upload, cut) for cut in pieces(data)]
        assert [answer.status_code for answer in answers] == [200] * (len(answers) - 1) + [409]
        assert answers[-1].json()["code"] == "picture_differs"

    async def test_of_more_than_an_account_may_have_half_sent(self, sqlite_world: World) -> None:
        """Two hundred photographs at once."""
        caregiver = sqlite_world.family.caregiver
        body = announced(photo(10))
        answers = [await caregiver.send("POST", "/api/uploads/open", json=body) for _ in range(200)]
        codes = [answer.json().get("code") for answer in answers]
        assert codes[:MOST_OPEN] == [None] * MOST_OPEN
        assert set(codes[MOST_OPEN:]) <= {"too_many_open_uploads", "too_many"}
        son = sqlite_world.family.son
        heavy = await son.send("POST", "/api/uploads/open", json=body | {"size": 8 * 1024 * 1024 + 1})
        assert (heavy.status_code, heavy.json()["code"]) == (422, "picture_too_large")


async def test_a_photo_taken_sideways_is_kept_upright_and_says_nothing_of_its_place(sqlite_world: World) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    Image.frombytes("RGB", (300, 200), random.Random(11).randbytes(180_000)).save(out, "JPEG", exif=exif)
    son, data = sqlite_world.family.son, out.getvalue()
    open_upload = await begin(son, data)
    for cut in pieces(data):
        answer = await send_piece(son, open_upload, cut)
    picture = await son.send("GET", f"/api/uploads/{answer.json()['picture_id']}")
    upright = Image.open(BytesIO(picture.content))
    assert (upright.size, dict(upright.getexif())) == ((200, 300), {})


async def test_a_small_one_in_one_body_is_confirmed_too(sqlite_world: World) -> None:
    son, data = sqlite_world.family.son, photo(12, 40)
    kind = {"content-type": "image/jpeg"}
    made = await son.send("POST", "/api/uploads", params={"sha256": sha256(data)}, content=data, headers=kind)
    assert (made.status_code, made.json()["sha256"]) == (201, sha256(data))
    other = await son.send("POST", "/api/uploads", params={"sha256": sha256(b"")}, content=data, headers=kind)
    assert (other.status_code, other.json()["code"]) == (409, "picture_differs")
