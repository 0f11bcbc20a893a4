"""Files that nobody should send. Each meets its own refusal, and none an exception of a library."""

import gc
import io
import random
import resource
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.elders.imports.columns import known_titles
from backend.kit.errors import Refusal
from backend.spreadsheets.errors import (
    SheetDamaged,
    SheetEncodingUnknown,
    SheetHeaderMissing,
    SheetNotReadable,
    SheetTooLarge,
)
from backend.spreadsheets.sheets import read_sheet
from tests.factories.sheets import HEADER, MAN, csv_of, row_xml, with_part, with_sheet, xlsx

GOOD = xlsx([HEADER, ("李家湾村", "李大山", "男", MAN)])
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>"""


def read(source: bytes) -> int:
    return sum(1 for _ in read_sheet(source, known_titles()))


def refused(source: bytes) -> type[Refusal]:
    with pytest.raises(Refusal) as refusal:
        read(source)
    return type(refusal.value)


def bomb(part: str, megabytes: int) -> bytes:
    """The good file with one part that unfolds to so much."""
    packed = io.BytesIO(with_part(GOOD, {part: None}))
    with (
        zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open(part, "w") as fuse,
    ):
        for _ in range(megabytes):
            fuse.write(b" " * (1 << 20))
    return packed.getvalue()


def cells_at(*references: str) -> bytes:
    return with_sheet("".join(f'<row><c r="{each}"><v>1</v></c></row>' for each in references))


class TestWrongKind:
    @pytest.mark.parametrize(
        "content",
        [
            OLE,
            b"\x89PNG\r\n\x1a\n" + bytes(100),
            b"%PDF-1.7\n%",
            b"<html><table><tr><td>\xe6\x9d\x91</td></tr></table></html>",
            b"\xef\xbb\xbf\n <?xml version='1.0'?><Workbook/>",
            b"{\\rtf1 }",
            bytes(2000),
        ],
    )
    def test_is_told_apart_by_content(self, content: bytes) -> None:
        assert refused(content) is SheetNotReadable

    def test_of_zip_is_no_workbook(self) -> None:
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as written:
            written.writestr("word/document.xml", "<x/>")
        assert refused(package.getvalue()) is SheetNotReadable

    def test_of_text_is_refused_by_what_it_lacks(self) -> None:
        assert refused(b"") is SheetHeaderMissing
        assert refused("随便写的一段话".encode()) is SheetHeaderMissing
        assert refused(csv_of([HEADER]) + b"\xff\xff\xff") is SheetEncodingUnknown


class TestBombs:
    @pytest.mark.parametrize("entity", ['"甲村"', 'SYSTEM "file:///etc/passwd"'])
    def test_of_entities_are_not_unfolded_nor_followed_however_small(self, entity: str) -> None:
        plain = with_sheet(row_xml(1, *HEADER) + row_xml(2, "甲村", "李大山", "男", MAN))
        with zipfile.ZipFile(io.BytesIO(plain)) as package:
            sheet = package.read(SHEET).decode()
        named = sheet.replace("<worksheet", f"<!DOCTYPE x [<!ENTITY a {entity}>]><worksheet").replace(">甲村<", ">&a;<")
        assert read(plain) == 1
        assert refused(with_part(plain, {SHEET: named.encode()})) is SheetDamaged

    def test_of_entities_within_entities_are_not_unfolded(self) -> None:
        assert refused(with_part(GOOD, {TEXTS: ENTITIES})) is SheetDamaged

    @pytest.mark.parametrize(
        ("part", "megabytes"), [(SHEET, 257), (TEXTS, 65), ("xl/workbook.xml", 65), ("_rels/.rels", 2)]
    )
    def test_of_zip_are_not_unfolded(self, part: str, megabytes: int) -> None:
        assert refused(bomb(part, megabytes)) is SheetTooLarge

    def test_of_zip_in_parts_nobody_reads_are_not_unpacked(self) -> None:
        assert read(bomb("xl/media/image1.png", 300)) == 1

    def test_that_lie_about_their_size_do_not_get_further(self) -> None:
        bomb = with_part(GOOD, {TEXTS: b"<sst>" + b" " * (4 << 20) + b"</sst>"})
        size = (4 << 20) + 11
        lying = bomb.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
        assert lying != bomb
        assert refused(lying) is SheetDamaged

    def test_that_lie_about_size_and_checksum_give_no_more_than_they_say(self) -> None:
        with zipfile.ZipFile(io.BytesIO(GOOD)) as opened:
            start = opened.read(SHEET)
        bomb = start + b" " * (4 << 20) + b"<"
        lying = with_part(GOOD, {SHEET: bomb})
        for truth, lie in ((len(bomb), len(start)), (zlib.crc32(bomb), zlib.crc32(start))):
            lying = lying.replace(truth.to_bytes(4, "little"), lie.to_bytes(4, "little"))
        assert read(lying) == 1

    def test_of_a_tag_or_text_without_end_are_not_gathered_up(self) -> None:
        head = row_xml(1, *HEADER)
        assert refused(with_sheet(head + '<row r="2" x="' + "a" * (3 << 20) + '"/>')) is SheetDamaged
        assert refused(with_sheet(head + row_xml(2, "a" * 200_000))) is SheetTooLarge

    def test_packed_in_ways_that_unfold_without_bounds_are_not_unpacked(self) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as new:
            for name in old.namelist():
                new.writestr(name, old.read(name))
        assert refused(packed.getvalue()) is SheetDamaged

    def test_of_two_far_off_cells_are_no_rectangle(self) -> None:
        assert refused(cells_at("A1", "XFD1048576")) is SheetTooLarge
        assert refused(cells_at("XFD1048576", "A1")) is SheetTooLarge
        assert refused(cells_at("A1", "D900000")) is SheetTooLarge

    def test_of_a_million_rows_are_refused_long_before_their_end(self) -> None:
        rows = "<row><c><v>1</v></c><c><v>1</v></c></row>" * 1_048_576
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert refused(with_sheet(rows)) is SheetTooLarge
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 << 10

    def test_of_parts_or_merges_are_counted(self) -> None:
        merges = "<mergeCells>" + '<mergeCell ref="A1:A2"/>' * 100_001 + "</mergeCells>"
        assert refused(with_sheet(row_xml(1, *HEADER), merges)) is SheetTooLarge
        assert refused(with_part(GOOD, {f"xl/{at}.xml": b"" for at in range(2_000)})) is SheetTooLarge

    def test_of_bytes_are_not_even_opened(self) -> None:
        assert refused(GOOD + bytes(32 << 20)) is SheetTooLarge

    def test_of_blank_formatted_cells_down_to_the_last_row_do_no_harm(self) -> None:
        blank = "".join(f'<row r="{at}"><c r="A{at}" s="0"/></row>' for at in range(3, 100_000))
        assert read(with_sheet(row_xml(1, *HEADER) + row_xml(2, "甲村", "李大山", "男", MAN) + blank)) == 1


class TestDamage:
    @pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
    def test_of_a_file_cut_off_is_named(self, kept: float) -> None:
        assert refused(GOOD[: int(len(GOOD) * kept)]) is SheetDamaged

    @pytest.mark.parametrize(
        "changes",
        [
            {SHEET: b""},
            {SHEET: b"<worksheet>"},
            {SHEET: None},
            {TEXTS: None},
            {"xl/workbook.xml": b"<workbook>"},
            {"xl/styles.xml": b"no xml"},
            {"xl/_rels/workbook.xml.rels": None},
            {SHEET: "<worksheet/>".encode("utf-16")},
        ],
    )
    def test_of_a_part_is_named(self, changes: dict[str, bytes | None]) -> None:
        assert refused(with_part(GOOD, changes)) in {SheetDamaged, SheetHeaderMissing}

    @pytest.mark.parametrize(
        "reference", ["A0", "A", "1", "a1", "AAAA1", "Ａ1", "A-1", "A1:B2", "A99999999999999999999"]
    )
    def test_of_a_cell_s_place_is_named(self, reference: str) -> None:
        assert refused(cells_at(reference)) in {SheetDamaged, SheetTooLarge}

    def test_of_a_part_told_twice_is_named(self) -> None:
        package = io.BytesIO(GOOD)
        with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(package, "a") as twice:
            twice.writestr(SHEET, "<worksheet/>")
        assert refused(package.getvalue()) is SheetDamaged

    def test_of_quotes_never_closed_is_named(self) -> None:
        assert refused(csv_of([HEADER]) + '甲村,"李大山,男\n'.encode() * 3) is SheetDamaged
        assert refused(csv_of([HEADER]) + b'"' + b"a" * 200_000) is SheetDamaged

    def test_says_nothing_of_what_the_file_holds(self) -> None:
        body = row_xml(1, *HEADER) + f'<row r="2"><c r="A2" t="s"><v>{MAN}</v></c></row>'
        with pytest.raises(SheetDamaged) as refusal:
            read(with_sheet(body))
        assert refusal.value.__cause__ is None
        assert refusal.value.__suppress_context__
        assert MAN not in str(refusal.value)

    @settings(max_examples=150)
    @given(st.randoms(use_true_random=False))
    def test_of_any_byte_meets_a_named_refusal_or_none(self, dice: random.Random) -> None:
        spoilt = bytearray(dice.choice([GOOD, with_part(GOOD, {}, stored=True), csv_of([HEADER], "gb18030")]))
        for _ in range(dice.randint(1, 8)):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        with suppress(Refusal):
            read(bytes(spoilt))

    @settings(max_examples=150)
    @given(
        st.binary(max_size=300),
        st.sampled_from([bytes, lambda rest: b"PK\x03\x04" + rest, lambda rest: b"\xff\xfe" + rest]),
    )
    def test_of_any_other_bytes_meets_a_named_refusal(self, rest: bytes, headed: Callable[[bytes], bytes]) -> None:
        with pytest.raises(Refusal):
            read(headed(rest))


def test_a_sheet_put_aside_half_read_leaves_nothing_open() -> None:
    started = iter(read_sheet(csv_of([HEADER, *[("a", "b", "c", "d")] * 10]), known_titles()))
    next(started)
    del started
    gc.collect()
