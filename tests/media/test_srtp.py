"""Both ways of sealing give the same bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylibsrtp import Policy, Session

from media.engine import rtcp, rtp
from media.engine.mmsg import MAX_DATAGRAM, Slot
from media.engine.srtp import InPlaceSrtp, PublicSrtp, Srtp, srtp

PROFILES = {
    Policy.SRTP_PROFILE_AEAD_AES_256_GCM: 44,
    Policy.SRTP_PROFILE_AEAD_AES_128_GCM: 28,
    Policy.SRTP_PROFILE_AES128_CM_SHA1_80: 30,
}


def session(profile: int, direction: int) -> Session:
    policy = Policy(key=bytes(range(PROFILES[profile])), ssrc_type=direction, srtp_profile=profile)
    policy.allow_repeat_tx = True
    return Session(policy)


def sessions(profile: int) -> tuple[Session, Session]:
    return session(profile, Policy.SSRC_ANY_INBOUND), session(profile, Policy.SSRC_ANY_OUTBOUND)


def sealed_by(end: Srtp, plain: bytes) -> bytes:
    """What `end` would send; empty where it refuses."""
    slot = Slot(memoryview(bytearray(MAX_DATAGRAM)))
    return bytes(slot.view[: end.protect(plain, slot)])


def sealed_control_by(end: Srtp, plain: bytes) -> bytes:
    slot = Slot(memoryview(bytearray(MAX_DATAGRAM)))
    return bytes(slot.view[: end.protect_rtcp(plain, slot)])


def packet(sequence: int, payload: bytes) -> bytes:
    return rtp.HEADER.pack(0x80, 96, sequence, 3_000, 77) + payload


@pytest.mark.parametrize("profile", PROFILES)
class TestBoth:
    def test_seal_and_open_to_the_same_bytes(self, profile: int) -> None:
        fast, plain = InPlaceSrtp(*sessions(profile)), PublicSrtp(*sessions(profile))
        for sequence, size in enumerate([0, 1, 100, 1_200, 1_300, 0, 500]):
            original = packet(sequence, bytes([sequence]) * size)
            sealed = sealed_by(fast, original)
            assert sealed == sealed_by(plain, original) != original
            assert fast.unprotect(sealed) == plain.unprotect(sealed) == original

    def test_seal_and_open_control_packets_to_the_same_bytes(self, profile: int) -> None:
        fast, plain = InPlaceSrtp(*sessions(profile)), PublicSrtp(*sessions(profile))
        for number in range(5):
            original = rtcp.pli(1, number)
            sealed = sealed_control_by(fast, original)
            assert sealed == sealed_control_by(plain, original) != original
            assert fast.unprotect_rtcp(sealed) == plain.unprotect_rtcp(sealed) == original

    @pytest.mark.parametrize("kind", [InPlaceSrtp, PublicSrtp])
    def test_refuse_what_is_forged_replayed_or_too_long(
        self, profile: int, kind: type[InPlaceSrtp] | type[PublicSrtp]
    ) -> None:
        end = kind(*sessions(profile))
        genuine = sealed_by(end, packet(1, b"hello"))
        assert end.unprotect(genuine[:-1] + bytes([genuine[-1] ^ 1])) is None
        assert end.unprotect(genuine) == packet(1, b"hello")
        assert end.unprotect(genuine) is None
        assert end.unprotect(b"\x80" + bytes(3_000)) is None
        assert sealed_by(end, packet(2, bytes(3_000))) == b""


@given(st.binary(max_size=1_600))
def test_any_bytes_are_refused_without_complaint(data: bytes) -> None:
    profile = Policy.SRTP_PROFILE_AEAD_AES_256_GCM
    for end in (InPlaceSrtp(*sessions(profile)), PublicSrtp(*sessions(profile))):
        assert end.unprotect(data) is None
        assert end.unprotect_rtcp(data) is None


def test_this_machine_takes_the_fast_way() -> None:
    assert isinstance(srtp(*sessions(Policy.SRTP_PROFILE_AEAD_AES_256_GCM)), InPlaceSrtp)
