"""Whether a packet begins a picture that can be decoded without any other (RFC 7741, RFC 6184)."""

from media.engine.codec import H264, VP8, Codec

_IDR, _SPS, _STAP_A, _FU_A = 5, 7, 24, 28


def begins_keyframe(codec: Codec, packet: bytes, payload: int) -> bool:
    """Looks at the first payload bytes only; False for what is cut short or is sound."""
    if codec is VP8:
        return _vp8(packet, payload)
    return codec is H264 and _h264(packet, payload)


def _vp8(packet: bytes, at: int) -> bool:
    """The descriptor's S bit with partition 0, then the frame header's P bit clear."""
    if at >= len(packet) or packet[at] & 0x17 != 0x10:
        return False
    extended, at = packet[at] & 0x80, at + 1
    if extended:
        if at >= len(packet):
            return False
        flags, at = packet[at], at + 1
        if flags & 0x80:
            at += 2 if at < len(packet) and packet[at] & 0x80 else 1
        at += bool(flags & 0x40) + bool(flags & 0x30)
    return at < len(packet) and not packet[at] & 0x01


def _h264(packet: bytes, at: int) -> bool:
    if at + 3 >= len(packet):
        return False
    kind = packet[at] & 0x1F
    if kind == _STAP_A:
        kind = packet[at + 3] & 0x1F
    elif kind == _FU_A:
        kind = packet[at + 1] & 0x1F if packet[at + 1] & 0x80 else 0
    return kind in (_IDR, _SPS)
