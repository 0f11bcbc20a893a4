"""The arithmetic of a chain: whatever is changed, taken out, put in or moved is found."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backend.audit.chain import GENESIS, Link, commit, first_break, link_hash

SUBJECT = UUID("01890a5d-ac96-774b-bcce-b302099a8057")
SOMEBODY = UUID("01890a5d-ac96-774b-bcce-b302099a8058")
AT = datetime(2026, 3, 10, 1, tzinfo=UTC)

Chain = list[tuple[Link, bytes, bytes]]


def chain(length: int) -> Chain:
    """A whole chain of `length` links."""
    links: Chain = []
    previous = GENESIS
    for number in range(1, length + 1):
        at = AT + timedelta(minutes=number, microseconds=number)
        link = Link(
            SUBJECT, number, at, SOMEBODY, "committee", "elders:elder:register", commit(b"salt", bytes([number]))
        )
        digest = link_hash(previous, link)
        links.append((link, previous, digest))
        previous = digest
    return links


CHANGES: dict[str, Any] = {
    "subject_id": SOMEBODY,
    "number": 99,
    "at": AT + timedelta(days=1),
    "actor_id": None,
    "role": "county",
    "tag": "elders:elder:registe",
    "commitment": bytes(32),
}


class TestFirstBreak:
    @given(st.integers(0, 12))
    def test_finds_nothing_in_a_whole_chain(self, length: int) -> None:
        assert first_break(chain(length)) is None

    @given(st.integers(1, 10), st.data(), st.sampled_from(sorted(CHANGES)))
    def test_finds_any_changed_field(self, length: int, data: st.DataObject, name: str) -> None:
        links, at = chain(length), data.draw(st.integers(0, length - 1))
        link, previous, digest = links[at]
        links[at] = (replace(link, **{name: CHANGES[name]}), previous, digest)
        assert first_break(links) == at

    @given(st.integers(1, 10), st.data(), st.sampled_from([0, 1]), st.integers(0, 255))
    def test_finds_any_flipped_bit_of_a_hash(self, length: int, data: st.DataObject, part: int, bit: int) -> None:
        links, at = chain(length), data.draw(st.integers(0, length - 1))
        link, *hashes = links[at]
        flipped = bytearray(hashes[part])
        flipped[bit // 8] ^= 1 << bit % 8
        hashes[part] = bytes(flipped)
        links[at] = (link, hashes[0], hashes[1])
        assert first_break(links) == at

    @given(st.integers(2, 10), st.data())
    def test_finds_a_link_taken_out_before_the_end(self, length: int, data: st.DataObject) -> None:
        links, at = chain(length), data.draw(st.integers(0, length - 2))
        del links[at]
        assert first_break(links) == at

    @given(st.integers(1, 10), st.data())
    def test_finds_a_link_put_in_twice(self, length: int, data: st.DataObject) -> None:
        links, at = chain(length), data.draw(st.integers(0, length - 1))
        links.insert(at, links[at])
        assert first_break(links) == at + 1

    @given(st.integers(2, 10), st.data())
    def test_finds_two_links_exchanged(self, length: int, data: st.DataObject) -> None:
        links = chain(length)
        one, other = sorted(data.draw(st.lists(st.integers(0, length - 1), min_size=2, max_size=2, unique=True)))
        links[one], links[other] = links[other], links[one]
        assert first_break(links) == one

    def test_cannot_find_a_cut_tail_which_signed_heads_are_for(self) -> None:
        assert first_break(chain(5)[:3]) is None

    def test_does_not_confuse_neighbouring_fields(self) -> None:
        link = Link(SUBJECT, 1, AT, None, "ab", "c", b"")
        assert link_hash(GENESIS, link) != link_hash(GENESIS, replace(link, role="a", tag="bc"))

    @pytest.mark.parametrize("offset", [0, 8])
    def test_is_the_same_moment_in_every_zone(self, offset: int) -> None:
        moved = AT.astimezone(timezone(timedelta(hours=offset)))
        link = Link(SUBJECT, 1, AT, None, "a", "b", b"")
        assert link_hash(GENESIS, link) == link_hash(GENESIS, replace(link, at=moved))


class TestCommit:
    @given(st.binary(min_size=16, max_size=16), st.binary(max_size=80))
    def test_is_bound_to_salt_and_payload(self, salt: bytes, payload: bytes) -> None:
        made = commit(salt, payload)
        assert len(made) == 32
        assert made != commit(salt, payload + b"x")
        assert made != commit(bytes(16) if salt != bytes(16) else b"y" * 16, payload)
