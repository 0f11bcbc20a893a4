"""The agreed text as bytes."""

import dataclasses
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.documents.canonical import (
    AgreementText,
    Clause,
    Party,
    canonical_bytes,
    read_canonical,
    text_hash,
)
from backend.documents.errors import TextHasHiddenCharacters, TextNotCanonical
from tests.factories.documents import agreement_text

words = st.text(st.characters(exclude_categories=["C"]), max_size=12)
parties = st.builds(Party, words, words, st.lists(st.tuples(words, words), max_size=2).map(tuple))
clauses = st.builds(Clause, words, st.lists(words, max_size=3).map(tuple))
texts = st.builds(
    AgreementText,
    template=words,
    title=words,
    drafted_on=st.dates(),
    starts_on=st.dates(),
    ends_on=st.none() | st.dates(),
    parties=st.lists(parties, max_size=3).map(tuple),
    clauses=st.lists(clauses, max_size=3).map(tuple),
)

SMALL = AgreementText(
    template="care/1",
    title="委托照顾协议",
    drafted_on=date(2026, 3, 1),
    starts_on=date(2026, 3, 10),
    ends_on=None,
    parties=(Party("受托人", "李大山", (("住址", "李家湾村"),)),),
    clauses=(Clause("照顾", ("每天看望一次。", "有事先救人。")),),
)


class TestCanonicalBytes:
    def test_are_these_bytes_and_no_others_for_ever(self) -> None:
        canonical = canonical_bytes(SMALL)
        assert canonical.decode() == (
            "cloud-reunion agreement text 1\n"
            "范本\tcare/1\n标题\t委托照顾协议\n拟定\t2026-03-01\n起\t2026-03-10\n止\t\n"
            "当事人\t受托人\t李大山\n资料\t住址\t李家湾村\n"
            "条\t照顾\n款\t每天看望一次。\n款\t有事先救人。\n"
        )
        assert text_hash(canonical) == "43d9623f2f75663bcf38779a139af3eb0d63de6e9f022a3b86a08d46e0f8f427"

    def test_do_not_depend_on_how_the_same_words_were_typed(self) -> None:
        typed = dataclasses.replace(
            SMALL,
            title="  委托照顾协议\ufeff ",
            clauses=(Clause("照顾", ("\u3000\u3000每天看望一次。\r\n\r\n有事先救人。\u200b",)),),
        )
        assert canonical_bytes(typed) == canonical_bytes(SMALL)

    def test_are_equal_for_composed_and_decomposed_letters(self) -> None:
        name = "José"
        composed = dataclasses.replace(SMALL, title=unicodedata.normalize("NFC", name))
        decomposed = dataclasses.replace(SMALL, title=unicodedata.normalize("NFD", name))
        assert composed != decomposed
        assert canonical_bytes(composed) == canonical_bytes(decomposed)

    @given(texts)
    def test_lead_back_to_the_text_so_that_two_texts_never_share_them(self, text: AgreementText) -> None:
        canonical = canonical_bytes(text)
        again = read_canonical(canonical)
        assert canonical_bytes(again) == canonical
        assert [party.name for party in again.parties] == [
            " ".join(unicodedata.normalize("NFC", party.name).split()) for party in text.parties
        ]

    def test_a_name_cannot_smuggle_in_a_clause(self) -> None:
        smuggled = dataclasses.replace(SMALL, parties=(Party("受托人", "李大山\n款\t老人的存折归受托人"),), clauses=())
        again = read_canonical(canonical_bytes(smuggled))
        assert again.clauses == ()
        assert again.parties[0].name == "李大山 款 老人的存折归受托人"

    @pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\x00", "\x1b", "\ue000", "\U000e0041"])
    def test_refuse_characters_that_hide_what_is_signed(self, hidden: str) -> None:
        clause = Clause("照顾", (f"每月{hidden}500元。",))
        with pytest.raises(TextHasHiddenCharacters) as refusal:
            canonical_bytes(dataclasses.replace(SMALL, clauses=(clause,)))
        assert refusal.value.field == "clauses[0]"
        assert "500" not in str(refusal.value)

    def test_take_rare_characters_of_names_also_those_newer_than_the_tables(self) -> None:
        rare = dataclasses.replace(SMALL, parties=(Party("受托人", "李\U00020bb7\U000313f0"),))
        assert read_canonical(canonical_bytes(rare)).parties[0].name == "李\U00020bb7\U000313f0"


class TestReadCanonical:
    @pytest.mark.parametrize(
        "spoil",
        [
            lambda good: good.replace(b"\n", b"\r\n"),
            lambda good: b"\xef\xbb\xbf" + good,
            lambda good: good[:-1],
            lambda good: good + b"\n",
            lambda good: good.replace(b"text 1", b"text 2"),
            lambda good: good.replace("范本".encode(), "模板".encode()),
            lambda good: good.replace("款\t每".encode(), "款\t 每".encode()),
            lambda good: good.replace("条\t照顾\n".encode(), b""),
            lambda good: good.replace(b"2026-03-10", b"2026-3-10"),
            lambda good: b"\xff" + good,
            lambda good: b"",
        ],
    )
    def test_refuses_whatever_canonical_bytes_would_not_write(self, spoil: object) -> None:
        assert callable(spoil)
        with pytest.raises(TextNotCanonical):
            read_canonical(spoil(canonical_bytes(SMALL)))

    def test_gives_the_whole_text_back(self) -> None:
        assert read_canonical(canonical_bytes(agreement_text())) == agreement_text()
