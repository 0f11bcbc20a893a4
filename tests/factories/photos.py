"""Photographs as phones make them, whole and cut in pieces."""

import hashlib
import io
import random
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx
from PIL import Image

from tests.people import Person

PIECE = 16 * 1024
SORT = {"content-type": "application/octet-stream"}


@cache
def photo(seed: int = 1, side: int = 300, **saved: Any) -> bytes:
    """A JPEG full of detail, so that it takes several pieces; another for each seed."""
    image = Image.frombytes("RGB", (side, side), random.Random(seed).randbytes(side * side * 3))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90, **saved)
    return out.getvalue()


def sha256(data: bytes) -> str:
    """In hex, as phones say it."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class Cut:
    """One piece, and how it introduces itself."""

    number: int
    data: bytes

    @property
    def query(self) -> dict[str, str]:
        return {"number": str(self.number), "sha256": sha256(self.data)}


def pieces(data: bytes, size: int = PIECE) -> list[Cut]:
    """`data` cut into pieces of `size` bytes."""
    return [Cut(number, data[start : start + size]) for number, start in enumerate(range(0, len(data), size))]


def announced(data: bytes, size: int = PIECE) -> dict[str, Any]:
    """What the phone says before it sends `data`."""
    return {"size": len(data), "piece_size": size, "sha256": sha256(data)}


async def send_piece(person: Person, open_upload: str, cut: Cut) -> httpx.Response:
    """The piece, whatever comes back."""
    path = f"/api/uploads/open/{open_upload}/piece"
    return await person.send("PUT", path, params=cut.query, content=cut.data, headers=SORT)
