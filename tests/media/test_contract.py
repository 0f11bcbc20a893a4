"""Grants and events between the media node and whoever runs it."""

import base64
import contextlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.contract import (
    EVENT_WINDOW,
    MAX_EVENT,
    Attendance,
    EventKind,
    EventRefused,
    GrantRefused,
    Role,
    RoomEvent,
    RoomGrant,
    decode_event,
    encode_event,
    mint_grant,
    read_grant,
    sign_event,
    verify_event,
)

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
GRANT = RoomGrant("room-1", "anna", Role.GUEST, "小红", NOW + timedelta(hours=1), "grant-1")
SEAT = Attendance("anna", Role.GUEST, True, NOW, None, 5_000, 4_000)
EVENT = RoomEvent("node-1", "room-1", "s1", 3, EventKind.PROGRESS, NOW, NOW, None, 4_000, (SEAT,))


class TestGrant:
    def test_comes_back_as_it_was_minted(self) -> None:
        assert read_grant(mint_grant(GRANT, KEY), KEY, NOW) == GRANT

    def test_fits_into_a_cookie(self) -> None:
        token = mint_grant(replace(GRANT, name="名" * 32, room="r" * 64, participant="p" * 64), KEY)
        assert len(token) < 1_500
        assert token.isascii()
        assert not set(token) & set(' ";,\\')

    def test_of_another_key_is_forged(self) -> None:
        with pytest.raises(GrantRefused, match="forged"):
            read_grant(mint_grant(GRANT, OTHER_KEY), KEY, NOW)

    def test_runs_out_to_the_second(self) -> None:
        token = mint_grant(GRANT, KEY)
        assert read_grant(token, KEY, GRANT.expires_at - timedelta(milliseconds=1))
        with pytest.raises(GrantRefused, match="expired"):
            read_grant(token, KEY, GRANT.expires_at)

    def test_cannot_be_made_into_a_host(self) -> None:
        version, payload, mac = mint_grant(GRANT, KEY).split(".")
        text = base64.urlsafe_b64decode(payload + "==").replace(b'"guest"', b'"host"')
        forged = base64.urlsafe_b64encode(text).decode().rstrip("=")
        with pytest.raises(GrantRefused, match="forged"):
            read_grant(f"{version}.{forged}.{mac}", KEY, NOW)

    @pytest.mark.parametrize("name", ["", "x" * 33, "line\nbreak", "bell\x07"])
    def test_with_an_unprintable_name_is_not_minted(self, name: str) -> None:
        with pytest.raises(ValueError, match="name"):
            mint_grant(replace(GRANT, name=name), KEY)

    @pytest.mark.parametrize("room", ["", "../etc", "a b", "x" * 65, "房间"])
    def test_with_a_strange_room_is_not_minted(self, room: str) -> None:
        with pytest.raises(ValueError, match="identifier"):
            mint_grant(replace(GRANT, room=room), KEY)

    @given(st.text(max_size=3_000))
    def test_any_text_is_refused_by_name(self, token: str) -> None:
        with pytest.raises(GrantRefused):
            read_grant(token, KEY, NOW)

    @given(st.integers(0, 400), st.characters(codec="ascii"))
    def test_one_changed_character_never_opens_another_door(self, at: int, new: str) -> None:
        token = mint_grant(GRANT, KEY)
        changed = token[: at % len(token)] + new + token[at % len(token) + 1 :]
        try:
            assert read_grant(changed, KEY, NOW) == GRANT
        except GrantRefused:
            assert changed != token


class TestEvent:
    def test_comes_back_as_it_was_sent(self) -> None:
        body = encode_event(EVENT)
        assert verify_event(body, sign_event(body, KEY, NOW), KEY, NOW) == EVENT

    def test_of_a_full_room_fits_the_bound(self) -> None:
        seats = tuple(replace(SEAT, participant=f"{number:064}", left_at=NOW) for number in range(32))
        assert len(encode_event(replace(EVENT, participants=seats))) < MAX_EVENT

    def test_with_one_byte_changed_is_forged(self) -> None:
        body = encode_event(EVENT)
        header = sign_event(body, KEY, NOW)
        with pytest.raises(EventRefused, match="forged"):
            verify_event(body.replace(b"4000", b"9000"), header, KEY, NOW)

    @pytest.mark.parametrize("age", [EVENT_WINDOW, -EVENT_WINDOW])
    def test_from_outside_the_window_is_stale(self, age: timedelta) -> None:
        body = encode_event(EVENT)
        header = sign_event(body, KEY, NOW)
        assert verify_event(body, header, KEY, NOW + age) == EVENT
        with pytest.raises(EventRefused, match="stale"):
            verify_event(body, header, KEY, NOW + age * 1.01)

    def test_signature_opens_no_door(self) -> None:
        """The two share a key, but what signs an event never signs a grant."""
        body = encode_event(EVENT)
        stamp, mac = sign_event(body, KEY, NOW).removeprefix("t=").split(",v1=")
        parts = [f"{stamp}.".encode() + body, bytes.fromhex(mac)]
        token = ".".join(["v1", *(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)])
        with pytest.raises(GrantRefused, match="forged"):
            read_grant(token, KEY, NOW)

    @pytest.mark.parametrize(
        ("true", "false"),
        [
            ('"number":3', '"number":0'),
            ('"number":3', '"number":3.5'),
            ('"number":3', '"number":true'),
            ('"version":1', '"version":2'),
            ('"talk_ms":4000', '"talk_ms":-1'),
            ('"talk_ms":4000', '"talk_ms":9007199254740992'),
            ('"connected_ms":5000', '"connected_ms":3999'),
            ('"node":"node-1"', '"node":"no de"'),
            ('"admitted":true', '"admitted":1'),
            ('"closed_at":null', '"closed_at":"2026-11-22T19:59:59+00:00"'),
            ('"at":"2026-11-22T20:00:00.000+00:00"', '"at":"2026-11-22T20:00:00"'),
            ('"at":"2026-11-22T20:00:00.000+00:00"', '"at":"2026-11-22T19:59:59+00:00"'),
        ],
    )
    def test_that_cannot_be_true_is_malformed(self, true: str, false: str) -> None:
        body = encode_event(EVENT).decode()
        assert true in body
        with pytest.raises(EventRefused, match="malformed"):
            decode_event(body.replace(true, false).encode())

    def test_naming_a_person_twice_is_not_sent(self) -> None:
        with pytest.raises(ValueError, match="twice"):
            encode_event(replace(EVENT, participants=(SEAT, SEAT)))

    @given(st.binary(max_size=400))
    def test_any_bytes_are_refused_by_name(self, body: bytes) -> None:
        with pytest.raises(EventRefused, match="malformed"):
            decode_event(body)

    @given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5))
    def test_whatever_is_accepted_could_have_been_sent(self, value: object) -> None:
        for field in json.loads(encode_event(EVENT)):
            fields = json.loads(encode_event(EVENT)) | {field: value}
            with contextlib.suppress(EventRefused):
                event = decode_event(json.dumps(fields).encode())
                assert decode_event(encode_event(event)) == event

    @given(st.text(max_size=100))
    def test_any_header_is_refused_by_name(self, header: str) -> None:
        with pytest.raises(EventRefused):
            verify_event(encode_event(EVENT), header, KEY, NOW)
