"""What a forger may do to a sealed PDF."""

import re
from io import BytesIO

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def flipped(pdf: bytes, at: int, bit: int = 0) -> bytes:
    """With one bit of one byte turned over."""
    return pdf[:at] + bytes([pdf[at] ^ 1 << bit]) + pdf[at + 1 :]


def revised(pdf: bytes) -> bytes:
    """With one harmless-looking addition to the catalogue, as a proper later revision."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    writer.root[NameObject("/Money")] = NumberObject(500)
    writer.update_root()
    return _written(writer)


def annotated(pdf: bytes) -> bytes:
    """With a note laid over the first page, as a proper later revision."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/FreeText"),
            NameObject("/Rect"): ArrayObject([NumberObject(each) for each in (60, 60, 300, 100)]),
            NameObject("/Contents"): TextStringObject("另加：每月五百元"),
            NameObject("/DA"): TextStringObject("/Helv 12 Tf 0 g"),
        }
    )
    writer.register_annotation(writer.find_page_for_modification(0)[0], writer.add_object(note))
    return _written(writer)


def signed_ranges(sealed: bytes) -> list[range]:
    """The two parts of the file the seal covers."""
    found = re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]", sealed)
    assert found
    first, first_size, second, second_size = map(int, found.groups())
    return [range(first, first + first_size), range(second, second + second_size)]


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
