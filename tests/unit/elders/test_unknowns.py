"""Three answers instead of two."""

import pytest

from backend.elders.unknowns import both, denied, either

ANSWERS: tuple[bool | None, ...] = (False, None, True)


@pytest.mark.parametrize("one", ANSWERS)
@pytest.mark.parametrize("other", ANSWERS)
class TestPairs:
    def test_both_is_the_lesser_answer(self, one: bool | None, other: bool | None) -> None:
        assert both(one, other) is ANSWERS[min(ANSWERS.index(one), ANSWERS.index(other))]

    def test_either_is_the_greater_answer(self, one: bool | None, other: bool | None) -> None:
        assert either(one, other) is ANSWERS[max(ANSWERS.index(one), ANSWERS.index(other))]


@pytest.mark.parametrize(("answer", "opposite"), [(False, True), (None, None), (True, False)])
def test_denied_is_the_opposite(answer: bool | None, opposite: bool | None) -> None:
    assert denied(answer) is opposite
