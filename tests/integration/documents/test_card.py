"""The printed card: one page whatever stands on it, read back by another tool, the same bytes for the same words."""

import subprocess
from dataclasses import replace
from pathlib import Path

from backend.documents.card import CardContact, CardPaper, render_card
from tests.factories.documents import FONT, SIGNED_AT

CARD = CardPaper(
    title="留守老年人关爱服务卡",
    village="上坪村",
    name="李秀英",
    facts=(("性别年龄", "女，77 岁"), ("类　　别", "次重点人群"), ("照顾协议", "还没有签")),
    contacts=(CardContact("张伟（儿子）", "13800000001"), CardContact("李强（邻居）", "13800000002")),
    number="K012345678901",
    check_code="ABCD-EFGH-JKMN",
    check_url="http://127.0.0.1:8000/check?card=K012345678901",
    made_at=SIGNED_AT,
)


def told(pdf: bytes, folder: Path) -> tuple[str, int]:
    """The words on it and the number of pages, as poppler reads them."""
    path = folder / "card.pdf"
    path.write_bytes(pdf)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    [pages] = [line.split()[1] for line in info.splitlines() if line.startswith("Pages:")]
    return text, int(pages)


class TestCard:
    def test_says_who_whom_to_ring_and_what_to_check(self, tmp_path: Path) -> None:
        text, pages = told(render_card(CARD, font=FONT), tmp_path)
        assert pages == 1
        for words in ("李秀英", "上坪村", "次重点人群", "1. 张伟（儿子）", "13800000002", CARD.number, CARD.check_code):
            assert words in text, words
        assert text.index("张伟") < text.index("李强")

    def test_stays_one_page_whatever_people_are_called(self, tmp_path: Path) -> None:
        long = replace(
            CARD,
            name="阿卜杜热合曼" * 6,
            facts=tuple((label, "买买提吐尔逊" * 12) for label in ("探访人", "照顾协议"))
            + tuple((label, "短") for label in "一二三"),
            contacts=tuple(CardContact("古丽巴哈尔" * 8, f"1380000000{n}") for n in range(6)),
        )
        text, pages = told(render_card(long, font=FONT), tmp_path)
        assert pages == 1
        assert "13800000003" in text
        assert CARD.check_code in text

    def test_without_contacts_says_whom_to_ask(self, tmp_path: Path) -> None:
        text, _ = told(render_card(replace(CARD, contacts=()), font=FONT), tmp_path)
        assert "村民委员会" in text

    def test_of_the_same_words_is_the_same(self) -> None:
        assert render_card(CARD, font=FONT) == render_card(CARD, font=FONT)
