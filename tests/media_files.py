"""Moving pictures and tones for fake cameras and microphones, told apart by colour and pitch.

Each person gets a `Likeness`: what their camera shows and their microphone hears. A far side recognizes them by
the middle pixel of the decoded picture (`COLOURS`) and by the loudest frequency of the decoded sound.
"""

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path
from random import Random

WIDTH, HEIGHT, FPS, SECONDS = 640, 360, 20, 2
RATE = 48_000


@dataclass(frozen=True)
class Likeness:
    """`rgb` fills the picture, a pale bar wanders through it; `hertz` is the tone."""

    name: str
    rgb: tuple[int, int, int]
    hertz: int


RED = Likeness("red", (208, 32, 32), 440)
GREEN = Likeness("green", (32, 176, 48), 660)
BLUE = Likeness("blue", (40, 64, 208), 880)
LIKENESSES = (RED, GREEN, BLUE)


def video_file(likeness: Likeness, folder: Path) -> Path:
    """A two-second 640x360 .y4m, 20 frames a second: one colour, with a bar that crosses the bottom third."""
    path = folder / f"{likeness.name}.y4m"
    luma, blue, red = _yuv(likeness.rgb)
    chroma = bytes([blue]) * (WIDTH * HEIGHT // 4) + bytes([red]) * (WIDTH * HEIGHT // 4)
    plain = bytes([luma]) * WIDTH
    frames = FPS * SECONDS
    with path.open("wb") as file:
        file.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{FPS}:1 Ip A1:1 C420jpeg\n".encode())
        for number in range(frames):
            left = number * (WIDTH - 60) // frames
            barred = plain[:left] + b"\xe0" * 60 + plain[left + 60 :]
            lines = HEIGHT * 2 // 3
            file.write(b"FRAME\n" + plain * lines + barred * (HEIGHT - lines) + chroma)
    return path


def busy_video_file(likeness: Likeness, folder: Path) -> Path:
    """The same colour under grain that changes with every frame: a picture no encoder can make small."""
    path = folder / f"{likeness.name}-busy.y4m"
    luma, blue, red = _yuv(likeness.rgb)
    chroma = bytes([blue]) * (WIDTH * HEIGHT // 4) + bytes([red]) * (WIDTH * HEIGHT // 4)
    grain = Random(likeness.hertz)
    shades = bytes(max(16, min(235, luma + (value % 64) - 32)) for value in range(256))
    with path.open("wb") as file:
        file.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{FPS}:1 Ip A1:1 C420jpeg\n".encode())
        for _ in range(FPS * SECONDS):
            file.write(b"FRAME\n" + grain.randbytes(WIDTH * HEIGHT).translate(shades) + chroma)
    return path


def tone_file(likeness: Likeness, folder: Path) -> Path:
    """A two-second mono 48 kHz .wav of a steady sine; whole periods, so that the loop does not click."""
    path = folder / f"{likeness.name}.wav"
    step = 2 * math.pi * likeness.hertz / RATE
    samples = (int(12_000 * math.sin(step * number)) for number in range(RATE * SECONDS))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return path


def _yuv(rgb: tuple[int, int, int]) -> tuple[int, int, int]:
    """Studio-range BT.601, which is what Chromium assumes of a .y4m."""
    r, g, b = rgb
    luma = 16 + (66 * r + 129 * g + 25 * b) / 256
    blue = 128 + (-38 * r - 74 * g + 112 * b) / 256
    red = 128 + (112 * r - 94 * g - 18 * b) / 256
    return round(luma), round(blue), round(red)


def named_by_colour(rgb: list[int] | None) -> str | None:
    """Whose picture shows this colour (red, green, blue, 0-255 each); None for nobody's."""
    if rgb is None:
        return None
    near = min(LIKENESSES, key=lambda one: sum((a - b) ** 2 for a, b in zip(one.rgb, rgb, strict=True)))
    return near.name if sum((a - b) ** 2 for a, b in zip(near.rgb, rgb, strict=True)) < 60**2 else None


def named_by_pitch(hertz: float) -> str | None:
    """Whose tone this is, within 20 Hz; None for nobody's."""
    return next((one.name for one in LIKENESSES if abs(one.hertz - hertz) < 20), None)
