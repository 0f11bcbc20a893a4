"""What we offer, with fixed numbers: as we always make the offer, a payload type means the same to everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["audio", "video"]


@dataclass(frozen=True)
class Codec:
    """`resend_type` is the payload type of its RTX (RFC 4588); `feedback` its rtcp-fb values."""

    kind: Kind
    name: str
    payload_type: int
    clock_rate: int
    encoding: str
    parameters: str = ""
    resend_type: int | None = None
    feedback: tuple[str, ...] = ()


_FEEDBACK = ("transport-cc", "goog-remb")
_VIDEO_FEEDBACK = ("ccm fir", "nack", "nack pli", *_FEEDBACK)

OPUS = Codec("audio", "opus", 111, 48_000, "opus/48000/2", "minptime=10;useinbandfec=1;usedtx=1", None, _FEEDBACK)
VP8 = Codec("video", "VP8", 96, 90_000, "VP8/90000", "", 97, _VIDEO_FEEDBACK)
H264 = Codec(
    "video", "H264", 102, 90_000, "H264/90000",
    "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f", 103, _VIDEO_FEEDBACK,
)  # fmt: skip

AUDIO_CODECS = (OPUS,)
VIDEO_CODECS = (VP8, H264)


def common(current: Codec | None, able: Sequence[Sequence[Codec]]) -> Codec | None:
    """The one picture codec of a room, given what each person inside can do, most wanted first.

    It stays while all can do it; else the room moves to the first that all can do. Where there is none it stays as
    well: a newcomer who cannot do it is there with sound alone. People without any picture do not count.
    """
    pictured = [each for each in able if each]
    if current is None:
        return pictured[0][0] if pictured else None
    return next((codec for codec in (current, *VIDEO_CODECS) if all(codec in each for each in pictured)), current)


BY_PAYLOAD_TYPE = {codec.payload_type: codec for codec in (*AUDIO_CODECS, *VIDEO_CODECS)}
BY_RESEND_TYPE = {codec.resend_type: codec for codec in VIDEO_CODECS}

ABS_SEND_TIME, TRANSPORT_NUMBER = 2, 5
_EACH_HOP = {
    ABS_SEND_TIME: "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
    TRANSPORT_NUMBER: "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
}
EXTENSIONS: dict[Kind, dict[int, str]] = {
    "audio": {1: "urn:ietf:params:rtp-hdrext:ssrc-audio-level", **_EACH_HOP},
    "video": {3: "urn:3gpp:video-orientation", **_EACH_HOP},
}
