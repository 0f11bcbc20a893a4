"""No finding reaches a screen without its Chinese."""

from enum import StrEnum

import pytest

from backend.elders.rules import PriorityTier
from backend.elders.tiers import MissingFact, TierReason
from backend.elders.words import WORDS, word


@pytest.mark.parametrize("kind", WORDS)
class TestWords:
    def test_are_there_for_every_member(self, kind: type[StrEnum]) -> None:
        assert set(WORDS[kind]) == set(kind)
        assert {type(member) for member in WORDS[kind]} == {kind}

    def test_tell_the_members_apart(self, kind: type[StrEnum]) -> None:
        assert len(set(WORDS[kind].values())) == len(kind)

    def test_are_chinese(self, kind: type[StrEnum]) -> None:
        assert all(any("\u4e00" <= letter <= "\u9fff" for letter in each) for each in WORDS[kind].values())


def test_like_members_of_two_enums_keep_their_own_word() -> None:
    assert (word(TierReason.DEMENTIA), word(MissingFact.DEMENTIA)) == ("失智", "是否失智")
    assert word(PriorityTier.UNCLASSIFIED) == "待评估"
