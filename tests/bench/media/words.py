"""The offers that the generator makes where it is the one to offer."""

from tests.bench.media.person import AUDIO, RESENT, SEND_TIME, VIDEO, Person

_SEND_TIME_URL = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"
_OPUS = [f"a=rtpmap:{AUDIO} opus/48000/2", f"a=fmtp:{AUDIO} minptime=10;useinbandfec=1"]
_VP8 = [
    f"a=rtpmap:{VIDEO} VP8/90000",
    *(f"a=rtcp-fb:{VIDEO} {each}" for each in ("ccm fir", "nack", "nack pli", "goog-remb")),
    f"a=rtpmap:{RESENT} rtx/90000",
    f"a=fmtp:{RESENT} apt={VIDEO}",
]


def offer(person: Person, receives: int = 0) -> str:
    """One sound and one picture to send, or lines to receive those of so many others, in the words of a browser."""
    sections = []
    for _ in range(max(receives, 1)):
        sections += [
            ("audio", f"{AUDIO}", person.audio.ssrc, _OPUS),
            ("video", f"{VIDEO} {RESENT}", person.video.ssrc, _VP8),
        ]
    peer = person.subscribe if receives else person.publish
    mids = " ".join(str(mid) for mid in range(len(sections)))
    lines = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", f"a=group:BUNDLE {mids}", "a=msid-semantic: WMS *"]
    for mid, (kind, numbers, ssrc, codec) in enumerate(sections):
        lines += [f"m={kind} 9 UDP/TLS/RTP/SAVPF {numbers}", "c=IN IP4 0.0.0.0", "a=rtcp-mux", f"a=mid:{mid}"]
        lines += [*peer.transport_lines(), f"a=extmap:{SEND_TIME} {_SEND_TIME_URL}", *codec]
        lines += ["a=recvonly"] if receives else ["a=sendonly", f"a=msid:bench {kind}", f"a=ssrc:{ssrc} cname:bench"]
    return "\r\n".join([*lines, ""])
