"""What stands on the paper, read back by poppler."""

import subprocess
import sys
from pathlib import Path

import pytest

from backend.documents.canonical import AgreementText, Clause, Party, canonical_bytes, text_hash
from backend.documents.errors import CharacterNotPrintable, FontMissing, PictureNotPrintable, TextNotCanonical
from backend.documents.paper import Act, Evidence, Paper
from backend.documents.render import chinese_number, render
from tests.factories.documents import CARE, FONT, SIGNED_AT, agreement_text, evidence


def paper(text: AgreementText | None = None) -> Paper:
    return Paper(canonical_bytes(text or agreement_text()), SIGNED_AT)


def read(pdf: bytes, *options: str) -> str:
    """The words of `pdf` as poppler finds them."""
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=pdf, check=True, capture_output=True).stdout.decode()


def words(pdf: bytes) -> str:
    """The words without blanks, in the order they were written."""
    return "".join(read(pdf, "-raw").split())


def pages(pdf: bytes) -> list[str]:
    return read(pdf).split("\f")[:-1]


class TestRender:
    def test_shows_every_word_of_the_agreed_text(self, pdf: bytes) -> None:
        shown, text = words(pdf), agreement_text()
        for party in text.parties:
            assert party.role + party.name in shown
            assert all(f"{label}：{value}" in shown for label, value in party.details)
        for number, clause in enumerate(text.clauses, start=1):
            assert f"第{chinese_number(number)}条{clause.heading}" in shown
            assert all(paragraph in shown for paragraph in clause.paragraphs)
        assert "协议期限：从2026年3月10日起，至2027年3月9日止。" in shown

    def test_shows_the_acts_in_shanghai_time_with_how_and_what_they_are_worth(self, pdf: bytes) -> None:
        shown = words(pdf)
        assert "王建国（委托人）签了字时间2026年3月1日20:15方式在自己的手机上登录本人微信后手写签名" in shown
        assert "张桂兰（老人）当面表示同意时间2026年3月2日20:15" in shown
        assert "见证人陈玉梅（村妇女主任）" in shown
        assert "补传当时没有网络，2026年3月2日23:15传到平台" in shown
        assert "效力在见证下的同意，不是老人自己的电子签名" in shown

    def test_shows_numbers_hash_and_check_code_and_that_the_seal_is_no_official_one(self, pdf: bytes) -> None:
        shown, fingerprint = words(pdf), text_hash(paper().text)
        for told in (
            "WT-411521-2026-000123",
            "李家湾村备〔2026〕017号",
            "2026年3月3日20:15",
            "李家湾村民委员会，经办人陈书记",
            "核验码7K3M-Q9TX",
            "https://reunion.example/check/WT-411521-2026-000123",
            "正文指纹" + fingerprint,
            "共9条，末条指纹0001020304050607",
            "不是公章",
        ):
            assert told in shown

    def test_every_page_says_which_it_is_and_to_which_text_it_belongs(self, pdf: bytes) -> None:
        found = pages(pdf)
        assert len(found) == 2
        for number, page in enumerate(found, start=1):
            assert f"第 {number} 页，共 {len(found)} 页" in page
            assert f"正文指纹 {text_hash(paper().text)[:16]}" in page

    def test_no_line_begins_with_a_closing_mark(self) -> None:
        care = render(paper(agreement_text(clauses=(Clause("照顾", (CARE * 8,)),))), None, font=FONT)
        lines = [line.strip() for line in read(care, "-layout").splitlines() if line.strip()]
        assert len(lines) > 20
        assert not [line for line in lines if line[0] in "，。、；：？！）》」』】”"]

    def test_equal_input_gives_equal_bytes_in_any_process_and_time_zone(self, pdf: bytes) -> None:
        program = (
            "import sys; sys.path.insert(0, '.')\n"
            "from tests.integration.documents.test_render import evidence, paper, render, FONT\n"
            "sys.stdout.buffer.write(render(paper(), evidence(), font=FONT))"
        )
        env = {"TZ": "America/New_York", "PYTHONHASHSEED": "7", "PATH": "/usr/bin"}
        again = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, env=env).stdout
        assert again == pdf

    def test_another_text_gives_other_bytes(self, pdf: bytes) -> None:
        assert render(paper(agreement_text(title="委托照顾协议")), evidence(), font=FONT) != pdf

    def test_carries_its_font_so_that_any_reader_shows_the_same(self, pdf: bytes, tmp_path: Path) -> None:
        (tmp_path / "paper.pdf").write_bytes(pdf)
        listed = subprocess.run(["pdffonts", tmp_path / "paper.pdf"], check=True, capture_output=True).stdout.decode()
        (font,) = listed.splitlines()[2:]
        assert "NotoSerifSC" in font
        assert font.split()[-5:-2] == ["yes", "yes", "yes"]

    def test_without_evidence_says_it_is_only_a_reading_copy(self) -> None:
        shown = words(render(paper(), None, font=FONT))
        assert "阅读稿：还没有报备，不作为凭证。" in shown
        assert "证据页" not in shown

    def test_an_open_end_is_said_in_words(self) -> None:
        shown = words(render(paper(agreement_text(ends_on=None)), None, font=FONT))
        assert "从2026年3月10日起，到下面约定的情形出现时止。" in shown

    def test_long_agreements_run_on_over_pages_without_losing_a_clause(self) -> None:
        clauses = tuple(Clause(f"事项{number}", (CARE, CARE)) for number in range(1, 41))
        found = pages(render(paper(agreement_text(clauses=clauses)), evidence(acts=evidence().acts * 6), font=FONT))
        shown = "".join("".join(page.split()) for page in found)
        assert len(found) > 10
        assert all(f"第{chinese_number(number)}条事项{number}" in shown for number in range(1, 41))
        assert shown.count("王建国（委托人）签了字") == 6

    def test_a_heading_never_stands_alone_at_the_foot_of_a_page(self) -> None:
        clauses = tuple(Clause(f"事项{number}", (CARE,)) for number in range(1, 30))
        for page in pages(render(paper(agreement_text(clauses=clauses)), None, font=FONT)):
            body = [line for line in page.splitlines() if line.strip() and "页，共" not in line and "指纹" not in line]
            assert "事项" not in body[-1]

    def test_what_announces_a_list_is_followed_by_it_on_the_same_page(self) -> None:
        listed = ("受托人要做下面这些事：", *(f"第{number}件事；" for number in range(3)))
        clauses = tuple(Clause(f"事项{number}", listed) for number in range(1, 40))
        for page in pages(render(paper(agreement_text(clauses=clauses)), None, font=FONT)):
            body = [line for line in page.splitlines() if line.strip() and "页，共" not in line and "指纹" not in line]
            assert not body[-1].endswith("：")


class TestRefusals:
    def test_a_missing_font_is_named_and_never_replaced(self) -> None:
        with pytest.raises(FontMissing, match=r"absent\.ttf"):
            render(paper(), None, font=(Path("absent.ttf"), *FONT))

    def test_a_character_no_font_has_is_named_by_its_code_point_and_nothing_is_printed(self) -> None:
        text = agreement_text(parties=(Party("受托人", "李\U000323af"),))
        with pytest.raises(CharacterNotPrintable, match=r"U\+323AF$"):
            render(paper(text), None, font=FONT)

    def test_a_broken_picture_stops_the_evidence_page(self) -> None:
        act = evidence().acts[0]
        spoilt = Act(act.who, act.role, act.what, act.at, act.how, picture=(act.picture or b"")[:200])
        with pytest.raises(PictureNotPrintable):
            render(paper(), evidence(acts=(spoilt,)), font=FONT)

    def test_bytes_that_are_not_canonical_are_not_printed(self) -> None:
        made: Evidence = evidence()
        with pytest.raises(TextNotCanonical):
            render(Paper(paper().text + b" ", SIGNED_AT), made, font=FONT)


class TestChineseNumber:
    @pytest.mark.parametrize(
        ("n", "numeral"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")]
    )
    def test_counts_articles(self, n: int, numeral: str) -> None:
        assert chinese_number(n) == numeral
