"""Offers that others can read, answers that nobody can abuse."""

import pytest
from aiortc.sdp import SessionDescription
from hypothesis import given
from hypothesis import strategies as st

from media import sdp
from media.engine.codec import AUDIO_CODECS, H264, OPUS, VIDEO_CODECS, VP8
from media.engine.dtls import Fingerprint
from media.engine.forward import Tap
from media.sdp import Answer, Here, Line, Malformed, offer, publish_lines, read_answer

HERE = Here("user", "password", Fingerprint("sha-256", "AA:BB:CC"), ("192.0.2.2", "127.0.0.1"), 40_000)
PRINT = "a=fingerprint:sha-256 AA:BB:CC:DD:EE:FF:00"
ANSWER = f"v=0\r\n{PRINT}\r\na=setup:active\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nm=video 9 UDP/TLS/RTP/SAVPF 96 97\r\n"


def tap() -> Tap:
    return Tap("mei", lambda *_: None, lambda compound: None)


class TestOffer:
    def test_to_publish_asks_for_one_sound_and_one_picture_vp8_first(self) -> None:
        parsed = SessionDescription.parse(offer(HERE, publish_lines(VIDEO_CODECS), 1))
        audio, video = parsed.media
        assert (audio.direction, video.direction) == ("recvonly", "recvonly")
        assert [codec.mimeType for codec in video.rtp.codecs] == ["video/VP8", "video/rtx", "video/H264", "video/rtx"]
        assert [codec.payloadType for codec in audio.rtp.codecs] == [111]
        assert parsed.group[0].items == ["0", "1"]
        assert audio.ice is not None
        assert audio.ice.iceLite

    def test_names_every_address_of_the_one_port(self) -> None:
        parsed = SessionDescription.parse(offer(HERE, publish_lines(VIDEO_CODECS), 1))
        named = [(candidate.ip, candidate.port) for candidate in parsed.media[0].ice_candidates]
        assert named == [("192.0.2.2", 40_000), ("127.0.0.1", 40_000)]

    def test_to_subscribe_names_the_person_and_the_streams(self) -> None:
        sound, picture = tap(), tap()
        lines = [
            Line("audio", "sendonly", AUDIO_CODECS, "mei", sound),
            Line("video", "sendonly", VIDEO_CODECS, "mei", picture),
            Line("audio", "inactive", AUDIO_CODECS),
            Line("video", "inactive", VIDEO_CODECS),
        ]
        parsed = SessionDescription.parse(offer(HERE, lines, 3))
        assert [media.direction for media in parsed.media] == ["sendonly", "sendonly", "inactive", "inactive"]
        assert [s.ssrc for s in parsed.media[0].ssrc] == [sound.ssrc]
        assert [s.ssrc for s in parsed.media[1].ssrc] == [picture.ssrc, picture.resend_ssrc]
        assert parsed.media[1].ssrc_group[0].items == [picture.ssrc, picture.resend_ssrc]
        assert parsed.media[1].msid == "mei mei-video"
        assert parsed.media[2].ssrc == []

    def test_never_negotiates_mid_as_a_header_extension(self) -> None:
        """Forwarded packets would carry the publisher's mid and be misrouted."""
        assert "sdes:mid" not in offer(HERE, publish_lines(VIDEO_CODECS), 1)

    def test_leaves_the_dtls_role_to_the_client(self) -> None:
        assert "a=setup:actpass" in offer(HERE, publish_lines(VIDEO_CODECS), 1).split("\r\n")


class TestAnswer:
    def test_is_read(self) -> None:
        answer = read_answer(ANSWER)
        assert answer.fingerprints == [Fingerprint("sha-256", "AA:BB:CC:DD:EE:FF:00")]
        assert answer.payload_types == [[111], [96, 97]]
        assert answer.video_codecs() == [VP8]

    def test_says_which_codec_the_client_wants(self) -> None:
        fingerprints = [Fingerprint("sha-256", "AA")]
        assert Answer(fingerprints, [[111], [102, 103, 96]]).video_codecs() == [H264, VP8]
        assert Answer(fingerprints, [[111], []]).video_codecs() == []
        assert Answer(fingerprints, [[OPUS.payload_type], [1, 255]]).video_codecs() == []

    def test_refusing_a_line_is_understood(self) -> None:
        assert read_answer(ANSWER.replace("m=video 9", "m=video 0")).payload_types == [[111], []]

    def test_repeating_its_fingerprint_in_each_line_is_one_fingerprint(self) -> None:
        assert len(read_answer(ANSWER + PRINT + "\r\n").fingerprints) == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            "",
            ANSWER.replace("v=0", "v=1"),
            ANSWER.replace("a=setup:active", "a=setup:passive"),
            ANSWER.replace("a=setup:active", "a=setup:actpass"),
            ANSWER.replace(PRINT, "a=none"),
            ANSWER + "".join(f"a=fingerprint:sha-256 AA:BB:CC:DD:EE:FF:{n:02}\r\n" for n in range(5)),
            ANSWER.replace("96 97", "96 97x"),
            ANSWER.replace("96 97", "9" * 5_000),
            ANSWER.replace("SAVPF 96 97", ""),
        ],
    )
    def test_of_another_kind_is_malformed(self, wrong: str) -> None:
        with pytest.raises(Malformed):
            read_answer(wrong)

    @given(st.text(max_size=300) | st.lists(st.sampled_from(ANSWER.split("\r\n"))).map("\r\n".join))
    def test_any_text_is_read_or_malformed(self, text: str) -> None:
        try:
            answer = read_answer(text)
        except Malformed:
            return
        assert answer.fingerprints
        assert sdp.Answer(answer.fingerprints, answer.payload_types).video_codecs() in ([], [VP8])
