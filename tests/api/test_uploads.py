"""What is sent instead of a picture: refused in Chinese with a code, and nothing is kept."""

import struct
import zlib

import pytest

from tests.api.ledger import changed
from tests.api.world import World
from tests.people import drawing


def bomb(side: int = 20_000) -> bytes:
    """A PNG of a few kilobytes that would unfold to more than a gigabyte."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1_000_000)))


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
HTML = b"<!doctype html><script>alert(1)</script>"
SENT = {
    "30 MB": (bytes(30 * 1024 * 1024), "image/jpeg", 413, "too_large"),
    "not one": (b"hello", "image/jpeg", 422, "not_apicture"),
    "half of one": (drawing()[:200], "image/png", 422, "not_apicture"),
    "a bomb": (bomb(), "image/png", 422, "picture_too_large"),
    "an SVG that says so": (SVG, "image/svg+xml", 415, "not_this_kind"),
    "an SVG that says PNG": (SVG, "image/png", 422, "not_apicture"),
    "a page that says so": (HTML, "text/html", 415, "not_this_kind"),
    "a page that says JPEG": (HTML, "image/jpeg", 422, "not_apicture"),
}


@pytest.mark.parametrize("name", SENT)
async def test_what_is_no_picture_is_refused_and_leaves_nothing(sqlite_world: World, name: str) -> None:
    content, kind, status, code = SENT[name]
    before = await sqlite_world.ledger.settled()
    answer = await sqlite_world.family.son.send("POST", "/api/uploads", content=content, headers={"content-type": kind})
    told = answer.json()
    assert (answer.status_code, told["code"]) == (status, code), told
    assert any("一" <= letter <= "鿿" for letter in told["message"])
    assert changed(before, await sqlite_world.ledger.digests()) == []
