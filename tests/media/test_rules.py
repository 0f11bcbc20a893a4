"""Who may come in, and when a room is over: the decisions themselves."""

from dataclasses import replace

import pytest

from media.contract import MAX_PARTICIPANTS, Role
from media.errors import CLOSE_CODES, CloseReason, Refused
from media.rules import Doorway, Limits, Standing, arrive, is_over, may_admit, must_be_host

LIMITS = Limits()
EMPTY = Doorway(frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), 0.0)


def people(count: int) -> frozenset[str]:
    return frozenset(f"p{number}" for number in range(count))


class TestArrive:
    def test_guest_waits_even_in_an_empty_room(self) -> None:
        assert arrive(EMPTY, "anna", Role.GUEST, LIMITS) is Standing.WAITING

    def test_host_is_in(self) -> None:
        assert arrive(EMPTY, "mei", Role.HOST, LIMITS) is Standing.IN

    def test_admitted_guest_is_in(self) -> None:
        assert arrive(replace(EMPTY, admitted=frozenset({"anna"})), "anna", Role.GUEST, LIMITS) is Standing.IN

    def test_host_who_was_removed_by_another_host_stays_out(self) -> None:
        with pytest.raises(Refused, match="removed"):
            arrive(replace(EMPTY, removed=frozenset({"mei"})), "mei", Role.HOST, LIMITS)

    def test_full_room_refuses_even_the_admitted(self) -> None:
        full = replace(EMPTY, inside=people(6), admitted=frozenset({"anna"}))
        with pytest.raises(Refused, match="full"):
            arrive(full, "anna", Role.GUEST, LIMITS)

    def test_full_room_lets_its_own_replace_their_connection(self) -> None:
        full = replace(EMPTY, inside=people(6), admitted=people(6))
        assert arrive(full, "p3", Role.GUEST, LIMITS) is Standing.IN

    def test_crowd_outside_is_bounded(self) -> None:
        crowd = replace(EMPTY, waiting=people(6))
        with pytest.raises(Refused, match="full"):
            arrive(crowd, "anna", Role.GUEST, LIMITS)
        assert arrive(crowd, "p3", Role.GUEST, LIMITS) is Standing.WAITING

    def test_session_knows_only_so_many_people(self) -> None:
        busy = replace(EMPTY, known=people(MAX_PARTICIPANTS))
        with pytest.raises(Refused, match="full"):
            arrive(busy, "anna", Role.GUEST, LIMITS)
        assert arrive(busy, "p3", Role.GUEST, LIMITS) is Standing.WAITING

    def test_nobody_comes_into_a_room_past_its_lifetime(self) -> None:
        with pytest.raises(Refused, match="lifetime"):
            arrive(replace(EMPTY, age=LIMITS.room_seconds + 1), "mei", Role.HOST, LIMITS)


class TestAdmit:
    def test_opens_for_one_who_waits(self) -> None:
        door = replace(EMPTY, waiting=frozenset({"anna"}), inside=people(5))
        assert may_admit(door, Role.HOST, "anna", LIMITS)

    def test_does_not_open_for_one_who_is_not_there(self) -> None:
        assert not may_admit(EMPTY, Role.HOST, "anna", LIMITS)

    def test_does_not_open_into_a_full_room(self) -> None:
        door = replace(EMPTY, waiting=frozenset({"anna"}), inside=people(6))
        assert not may_admit(door, Role.HOST, "anna", LIMITS)

    def test_is_for_hosts(self) -> None:
        with pytest.raises(Refused, match="protocol"):
            must_be_host(Role.GUEST)


class TestOver:
    @pytest.mark.parametrize(
        ("age", "host_came", "host_gone_for", "empty", "reason"),
        [
            (10.0, True, None, False, None),
            (10.0, True, 59.9, False, None),
            (10.0, True, 60.1, False, CloseReason.ENDED),
            (10.0, True, 30.0, True, None),
            (10.0, False, 600.0, False, None),
            (10.0, False, 600.0, True, CloseReason.ENDED),
            (14_401.0, True, None, False, CloseReason.LIFETIME),
        ],
    )
    def test_when(
        self, age: float, host_came: bool, host_gone_for: float | None, empty: bool, reason: CloseReason | None
    ) -> None:
        over = is_over(age=age, host_came=host_came, host_gone_for=host_gone_for, empty=empty, limits=LIMITS)
        assert over is reason


def test_every_close_reason_has_a_code_of_its_own_that_applications_may_use() -> None:
    assert len(set(CLOSE_CODES.values())) == len(CloseReason)
    assert all(4_000 <= code < 5_000 for code in CLOSE_CODES.values())
