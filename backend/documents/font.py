"""The faces a paper is printed in: which has a character, how wide it is, and a small file of just those used.

HarfBuzz reads the files where they lie and cuts a paper's few hundred glyphs out in milliseconds; parsing all thirty
thousand of a Chinese face for each paper costs a second.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import uharfbuzz

from backend.documents.errors import FontMissing

Font = tuple[Path, ...]
"""Files asked in turn for each character: the first is the face of the page, the others have what it lacks."""


class Face:
    """One font file."""

    def __init__(self, file: Path) -> None:
        self._face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
        self._font = uharfbuzz.Font(self._face)
        self._widths: dict[str, float | None] = {}

    def width_of(self, character: str) -> float | None:
        """Width in parts of the type's size; None when there is nothing to draw it with."""
        if character not in self._widths:
            self._widths[character] = self._measured(character)
        return self._widths[character]

    def cut(self, characters: Iterable[str]) -> bytes:
        """A font of these characters alone."""
        wanted = uharfbuzz.SubsetInput()
        wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).update(map(ord, characters))
        return bytes(uharfbuzz.subset(self._face, wanted).blob.data)

    def _measured(self, character: str) -> float | None:
        glyph = self._font.get_nominal_glyph(ord(character))
        if not glyph:
            return None
        extents = self._font.get_glyph_extents(glyph)
        # Some files map characters they have not drawn to an empty glyph.
        if not character.isspace() and not (extents and extents.width and extents.height):
            return None
        return float(self._font.get_glyph_h_advance(glyph)) / float(self._face.upem)


@lru_cache(maxsize=8)
def faces(font: Font) -> tuple[Face, ...]:
    """The faces of `font`, read once a process. Raises FontMissing for the first; others may be absent."""
    if not font or not font[0].is_file():
        raise FontMissing(str(font[0]) if font else "none named")
    return tuple(Face(file) for file in font if file.is_file())


def unprintable(words: str, font: Font) -> list[str]:
    """The characters of `words` no face can draw, each once, in their order; ask before anybody signs such a text.

    Line ends count as printable. Raises FontMissing.
    """
    known = faces(font)
    return [c for c in dict.fromkeys(words) if not c.isspace() and all(face.width_of(c) is None for face in known)]
