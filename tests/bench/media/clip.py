"""Ten seconds of sound and picture, encoded once with the codecs that aiortc brings along, cut into RTP payloads."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

import av
import numpy as np

WIDTH, HEIGHT, FPS, SECONDS = 640, 360, 24, 10
VIDEO_BITS, AUDIO_BITS = 500_000, 25_000
KEYFRAME_EVERY = 5 * FPS
SPOKEN_MS = 20
_MOST = 1_100
_RATE = 48_000


@dataclass(frozen=True)
class Film:
    """`frames[n]` are the payloads of frame n, `keyframes` the numbers of those that stand alone."""

    frames: list[list[bytes]]
    keyframes: list[int]

    def next_keyframe(self, number: int) -> int:
        """The first frame after `number` that stands alone, round the end."""
        return next((key for key in self.keyframes if key > number), self.keyframes[0])


@cache
def film() -> Film:
    """VP8 640x360 at 24 frames a second, about 500 kbit/s. The same bytes in every run."""
    frames = [(bytes(packet), packet.is_keyframe) for packet in _encoded(_camera(), _pictures())]
    stand_alone = [number for number, (_, stands_alone) in enumerate(frames) if stands_alone]
    return Film([list(_payloads(frame)) for frame, _ in frames], stand_alone)


@cache
def sounds() -> list[bytes]:
    """Opus of about 25 kbit/s, 20 ms each."""
    return [bytes(packet) for packet in _encoded(_microphone(), _voice())]


def _payloads(frame: bytes) -> Iterator[bytes]:
    """RFC 7741 with the shortest descriptor: only the first packet of a frame has the S bit."""
    pieces = -(-len(frame) // _MOST)
    size = -(-len(frame) // pieces)
    for number in range(pieces):
        yield (b"\x10" if number == 0 else b"\x00") + frame[number * size : (number + 1) * size]


def _encoded(encoder: Any, raw: Iterator[Any]) -> Iterator[Any]:
    for frame in raw:
        yield from encoder.encode(frame)
    yield from encoder.encode(None)


def _camera() -> Any:
    encoder: Any = av.CodecContext.create("libvpx", "w")
    encoder.width, encoder.height, encoder.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    encoder.bit_rate, encoder.time_base, encoder.framerate = VIDEO_BITS, Fraction(1, FPS), FPS
    # Its threads spend more on waiting for each other than on the picture.
    encoder.thread_count = 1
    encoder.gop_size = KEYFRAME_EVERY
    encoder.options = {
        "deadline": "realtime",
        "cpu-used": "8",
        "lag-in-frames": "0",
        "minrate": str(VIDEO_BITS),
        "maxrate": str(VIDEO_BITS),
        "bufsize": str(VIDEO_BITS),
        "keyint_min": str(KEYFRAME_EVERY),
    }
    return encoder


def _pictures() -> Iterator[Any]:
    """Grain that drifts behind a wandering square: enough to fill the bit rate."""
    chance = np.random.default_rng(7)
    grain = chance.integers(60, 190, (HEIGHT, 2 * WIDTH), dtype=np.uint8)
    for number in range(FPS * SECONDS):
        picture = np.full((HEIGHT * 3 // 2, WIDTH), 128, np.uint8)
        picture[:HEIGHT] = 110
        picture[60:300, 80:560] = grain[60:300, 80 + number : 560 + number]
        picture[20:80, number : number + 60] = 220
        frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
        frame.pts = number
        yield frame


def _microphone() -> Any:
    encoder: Any = av.CodecContext.create("libopus", "w")
    encoder.sample_rate, encoder.layout, encoder.format = _RATE, "stereo", "s16"
    encoder.bit_rate, encoder.time_base = AUDIO_BITS, Fraction(1, _RATE)
    encoder.options = {"application": "voip", "frame_duration": str(SPOKEN_MS), "fec": "1", "packet_loss": "10"}
    return encoder


def _voice() -> Iterator[Any]:
    size = _RATE * SPOKEN_MS // 1000
    chance = np.random.default_rng(8)
    for number in range(SECONDS * 1000 // SPOKEN_MS):
        at = np.arange(number * size, (number + 1) * size) / _RATE
        voice = 6_000 * np.sin(2 * np.pi * 220 * at) * (1 + np.sin(2 * np.pi * 3 * at))
        both = np.repeat((voice + chance.normal(0, 300, size)).astype(np.int16), 2).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(both, format="s16", layout="stereo")
        frame.sample_rate, frame.pts = _RATE, number * size
        yield frame
