"""Refusals carry a stable code and a Chinese word, never a value."""

import re
from collections.abc import Iterator

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from miniprogram_api.endpoints import OPERATIONS

KINDS = (NotFound, Forbidden, Conflict, Invalid)


def refusals(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for each in kind.__subclasses__():
        yield each
        yield from refusals(each)


class TestRefusal:
    def test_has_its_code_from_its_name(self) -> None:
        class ElderHas2Names(Conflict):
            pass

        assert ElderHas2Names.code == "elder_has2_names"
        assert str(ElderHas2Names(field="name")) == "elder_has2_names"

    def test_keeps_a_code_it_was_given(self) -> None:
        class Renamed(Conflict):
            code = "as_before"

        assert Renamed.code == "as_before"

    def test_of_any_feature_has_a_code_of_its_own_and_a_chinese_message(self) -> None:
        assert OPERATIONS
        ours = {each for each in refusals() if each.__module__.startswith(("backend.", "miniprogram_api."))}
        codes = [each.code for each in ours]
        assert len(codes) == len(set(codes))
        for each in ours:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", each.code)
            assert re.search(r"[\u4e00-\u9fff]", each.user_message)
