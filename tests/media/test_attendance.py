"""Time present and time talked, from ticks of any length."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from media.attendance import Ledger
from media.contract import EventKind, Role, decode_event, encode_event

AT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
PEOPLE = ("mei", "anna", "bo")


def ledger() -> Ledger:
    """A host and a guest inside, and a guest who waits."""
    book = Ledger("node-1", "room-1", "s1", AT)
    for name, role in zip(PEOPLE, (Role.HOST, Role.GUEST, Role.GUEST), strict=True):
        book.came(name, role, AT)
    book.admitted("mei")
    book.admitted("anna")
    return book


class TestAdvance:
    def test_talk_needs_two_who_are_sending(self) -> None:
        book = ledger()
        book.advance(3, {"mei", "anna"}, {"mei"})
        assert (book.talk, book.lines["mei"].connected, book.lines["mei"].talk) == (0, 3, 0)
        book.advance(2, {"mei", "anna"}, {"mei", "anna"})
        assert (book.talk, book.lines["mei"].talk, book.lines["anna"].talk) == (2, 2, 2)

    def test_waiting_guest_earns_nothing(self) -> None:
        book = ledger()
        book.advance(3, set(PEOPLE), {"mei", "bo"})
        assert book.talk == 0
        assert book.lines["bo"].connected == book.lines["bo"].talk == 0

    def test_guests_among_themselves_talk_but_the_room_counts_only_with_the_host(self) -> None:
        book = ledger()
        book.admitted("bo")
        book.advance(4, {"anna", "bo"}, {"anna", "bo"})
        assert (book.talk, book.lines["anna"].talk) == (0, 4)

    def test_sending_without_being_connected_is_not_talk(self) -> None:
        book = ledger()
        book.advance(4, {"mei"}, {"mei", "anna"})
        assert book.talk == 0

    @given(
        st.lists(
            st.tuples(st.floats(0, 10), st.sets(st.sampled_from(PEOPLE)), st.sets(st.sampled_from(PEOPLE))), max_size=40
        )
    )
    def test_nobody_talks_longer_than_they_were_there(self, ticks: list[tuple[float, set[str], set[str]]]) -> None:
        book = ledger()
        for seconds, connected, flowing in ticks:
            book.advance(seconds, connected, flowing)
        whole = sum(seconds for seconds, _, _ in ticks)
        assert all(line.talk <= line.connected <= whole + 1e-6 for line in book.lines.values())
        assert book.talk <= whole + 1e-6
        assert decode_event(encode_event(book.event(EventKind.PROGRESS, AT))).talk_ms == round(book.talk * 1000)


class TestEvent:
    def test_numbers_grow_by_one(self) -> None:
        book = ledger()
        assert [book.event(EventKind.PROGRESS, AT).number for _ in range(3)] == [1, 2, 3]

    def test_one_who_comes_back_keeps_the_first_time_and_is_no_longer_gone(self) -> None:
        book, later = ledger(), AT.replace(minute=5)
        book.left("anna", later)
        assert book.lines["anna"].left_at == later
        book.came("anna", Role.GUEST, later)
        line = book.event(EventKind.PROGRESS, later).participants[1]
        assert line.joined_at == AT
        assert line.left_at is None

    def test_closing_dates_the_leaving_of_all_who_were_left(self) -> None:
        book, later = ledger(), AT.replace(minute=5)
        book.left("anna", AT)
        book.close(later)
        assert [book.lines[name].left_at for name in PEOPLE] == [later, AT, later]
        assert book.event(EventKind.CLOSED, later).closed_at == later
