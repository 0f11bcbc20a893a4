"""The two kinds of offer we write (RFC 8866, RFC 9429) and the little we need to read of an answer.

`mid` is not among the header extensions: packets are told apart by payload type on the way in and by the SSRCs
written here on the way out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from media.engine.codec import AUDIO_CODECS, BY_PAYLOAD_TYPE, EXTENSIONS, Codec, Kind
from media.engine.dtls import Fingerprint
from media.engine.forward import Tap

_FINGERPRINT = re.compile(r"a=fingerprint:([A-Za-z0-9-]{1,16}) ([0-9A-Fa-f:]{20,200})")


class Malformed(ValueError):
    """Not an answer to one of our offers."""


@dataclass(frozen=True)
class Here:
    """How to reach one transport of ours."""

    user: str
    password: str
    fingerprint: Fingerprint
    addresses: Sequence[str]
    port: int


@dataclass(frozen=True)
class Line:
    """One m-line: `tap` is what we send on it, None where we receive or nobody is there."""

    kind: Kind
    direction: str
    codecs: Sequence[Codec]
    person: str = ""
    tap: Tap | None = None


@dataclass(frozen=True)
class Answer:
    """`payload_types` holds, per m-line, what the client takes, most wanted first; empty for a refused line."""

    fingerprints: list[Fingerprint]
    payload_types: list[list[int]]

    def video_codecs(self) -> list[Codec]:
        """The picture codecs the client names, each once, in its order."""
        named = (BY_PAYLOAD_TYPE.get(number) for numbers in self.payload_types for number in numbers)
        return list(dict.fromkeys(codec for codec in named if codec is not None and codec.kind == "video"))


def publish_lines(video: Sequence[Codec]) -> list[Line]:
    """One microphone and one camera towards us."""
    return [Line("audio", "recvonly", AUDIO_CODECS), Line("video", "recvonly", video)]


def offer(here: Here, lines: Sequence[Line], number: int) -> str:
    """An offer of `lines` in one bundle; ICE-lite, DTLS role left to the client, who will be active."""
    mids = " ".join(str(mid) for mid in range(len(lines)))
    head = [
        "v=0",
        f"o=- 1 {number} IN IP4 127.0.0.1",
        "s=-",
        "t=0 0",
        "a=ice-lite",
        f"a=group:BUNDLE {mids}",
        "a=msid-semantic: WMS *",
    ]
    body = [text for mid, line in enumerate(lines) for text in _section(here, line, mid)]
    return "\r\n".join([*head, *body, ""])


def read_answer(sdp: str) -> Answer:
    """The fingerprints and codecs of an answer. Raises Malformed."""
    lines = sdp.split("\r\n") if "\r\n" in sdp else sdp.split("\n")
    if lines[0] != "v=0" or "a=setup:active" not in lines:
        raise Malformed
    found = [match.groups() for line in lines if (match := _FINGERPRINT.fullmatch(line))]
    fingerprints = [Fingerprint(algorithm.lower(), value.upper()) for algorithm, value in dict.fromkeys(found)]
    if not fingerprints or len(fingerprints) > 4:
        raise Malformed
    return Answer(fingerprints, [_payload_types(line) for line in lines if line.startswith("m=")])


def _payload_types(line: str) -> list[int]:
    words = line.split(" ")
    if len(words) < 4 or not all(re.fullmatch(r"[0-9]{1,3}", word) for word in words[3:]):
        raise Malformed
    return [] if words[1] == "0" else [int(word) for word in words[3:]]


def _section(here: Here, line: Line, mid: int) -> Iterable[str]:
    numbers = [n for codec in line.codecs for n in (codec.payload_type, codec.resend_type) if n is not None]
    yield f"m={line.kind} 9 UDP/TLS/RTP/SAVPF {' '.join(map(str, numbers))}"
    yield "c=IN IP4 0.0.0.0"
    yield from ("a=rtcp-mux", "a=rtcp-rsize", f"a=mid:{mid}", f"a={line.direction}", "a=setup:actpass")
    yield from (f"a=ice-ufrag:{here.user}", f"a=ice-pwd:{here.password}")
    yield f"a=fingerprint:{here.fingerprint.algorithm} {here.fingerprint.value}"
    for number, uri in EXTENSIONS[line.kind].items():
        yield f"a=extmap:{number} {uri}"
    for codec in line.codecs:
        yield from _codec(codec)
    if line.tap is not None:
        yield from _stream(line, line.tap)
    for priority, address in enumerate(here.addresses):
        yield f"a=candidate:{priority + 1} 1 udp {2_130_706_431 - priority} {address} {here.port} typ host"
    yield "a=end-of-candidates"


def _codec(codec: Codec) -> Iterable[str]:
    yield f"a=rtpmap:{codec.payload_type} {codec.encoding}"
    if codec.parameters:
        yield f"a=fmtp:{codec.payload_type} {codec.parameters}"
    for feedback in codec.feedback:
        yield f"a=rtcp-fb:{codec.payload_type} {feedback}"
    if codec.resend_type is not None:
        yield f"a=rtpmap:{codec.resend_type} rtx/{codec.clock_rate}"
        yield f"a=fmtp:{codec.resend_type} apt={codec.payload_type}"


def _stream(line: Line, tap: Tap) -> Iterable[str]:
    """The person's id is the browser's stream id, so that the page knows whose face it shows."""
    streams = [tap.ssrc] if line.kind == "audio" else [tap.ssrc, tap.resend_ssrc]
    yield f"a=msid:{line.person} {line.person}-{line.kind}"
    if len(streams) > 1:
        yield f"a=ssrc-group:FID {tap.ssrc} {tap.resend_ssrc}"
    for ssrc in streams:
        yield f"a=ssrc:{ssrc} cname:{tap.cname}"
        yield f"a=ssrc:{ssrc} msid:{line.person} {line.person}-{line.kind}"
