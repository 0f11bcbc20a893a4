"""What a subscription still pays for."""

import pytest

from backend.notifications.rules import Kind, Template, grants_left


class TestGrantsLeft:
    @pytest.mark.parametrize(
        ("seen_by_page", "seen_by_event", "used", "left"),
        [
            (0, 0, 0, 0),
            (1, 1, 0, 1),
            (1, 0, 0, 1),
            (0, 1, 0, 1),
            (3, 2, 1, 2),
            (2, 3, 3, 0),
            (1, 1, 2, 0),
        ],
    )
    def test_page_and_event_tell_of_the_same_tap(
        self, seen_by_page: int, seen_by_event: int, used: int, left: int
    ) -> None:
        assert grants_left(seen_by_page, seen_by_event, used) == left


def test_every_template_is_a_kind_of_message() -> None:
    assert {template.value for template in Template} < {kind.value for kind in Kind}
