"""Signatures and photos for the demo, drawn here: no real person's hand or face."""

import io
import math
from random import Random

from PIL import Image, ImageDraw


def signature(seed: str) -> bytes:
    """A pen stroke on white, different for each `seed`. PNG."""
    dice, image = Random(seed), Image.new("RGB", (640, 240), "white")
    pen = ImageDraw.Draw(image)
    for word in range(3):
        left, phase = 60 + word * 180, dice.uniform(0, 6)
        points = [
            (left + step * 3.2, 120 + math.sin(phase + step / dice.uniform(3, 7)) * dice.uniform(20, 70))
            for step in range(40)
        ]
        pen.line(points, fill="#1b1b2f", width=6, joint="curve")
    return _bytes(image, "PNG")


def photo(seed: str) -> bytes:
    """A warm courtyard with a seated figure. JPEG."""
    dice, image = Random(seed), Image.new("RGB", (960, 720), "#f3e3c8")
    brush = ImageDraw.Draw(image)
    brush.rectangle((0, 470, 960, 720), fill="#cda878")
    brush.rectangle((90, 150, 620, 500), fill="#b9784a")
    brush.polygon([(60, 160), (355, 40), (650, 160)], fill="#6d4a36")
    brush.rectangle((300, 270, 420, 500), fill="#5a3422")
    x = dice.randint(640, 760)
    brush.ellipse((x, 330, x + 90, 420), fill="#f0c8a0", outline="#8a5a3c", width=4)
    brush.rounded_rectangle((x - 35, 415, x + 125, 610), 50, fill=dice.choice(("#3d5a80", "#7b2d26", "#4a6b3a")))
    brush.ellipse((760, 60, 860, 160), fill="#f2b33d")
    return _bytes(image, "JPEG")


def _bytes(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()
