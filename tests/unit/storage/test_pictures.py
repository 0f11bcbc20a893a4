"""Pictures as they are kept."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from backend.kit.errors import Invalid
from backend.storage.errors import NotAPicture, PictureTooLarge
from backend.storage.pictures import clean_picture, thumbnail

RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)


def picture(size: tuple[int, int] = (80, 40), kind: str = "JPEG", mode: str = "RGB", **options: Any) -> bytes:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    out = BytesIO()
    image.convert(mode).save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def is_near(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    seen = image.getpixel(at)
    assert isinstance(seen, tuple)
    return all(abs(have - want) < 40 for have, want in zip(seen, colour, strict=True))


class TestCleanPicture:
    @pytest.mark.parametrize(
        ("kind", "mode"),
        [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGB"), ("PNG", "P"), ("WEBP", "RGB")],
    )
    def test_takes_what_phones_make_and_gives_jpeg(self, kind: str, mode: str) -> None:
        clean = opened(clean_picture(picture(kind=kind, mode=mode)))
        assert (clean.format, clean.mode, clean.size) == ("JPEG", "RGB", (80, 40))

    def test_keeps_the_colours(self) -> None:
        clean = opened(clean_picture(picture(kind="PNG")))
        assert is_near(clean, (10, 20), RED)
        assert is_near(clean, (70, 20), BLUE)

    def test_turns_it_upright(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6
        clean = opened(clean_picture(picture(exif=exif)))
        assert clean.size == (40, 80)
        assert is_near(clean, (20, 10), RED)
        assert is_near(clean, (20, 70), BLUE)

    def test_turns_a_large_one_upright_while_shrinking_it(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6
        clean = opened(clean_picture(picture((4000, 2000), exif=exif), max_side=800))
        assert clean.size == (400, 800)
        assert is_near(clean, (200, 100), RED)

    def test_forgets_where_when_and_by_what_it_was_taken(self) -> None:
        exif = Image.Exif()
        exif[0x010F] = "PhoneMaker"
        exif.get_ifd(0x8825)[2] = (32.0, 7.0, 30.0)
        taken = picture(exif=exif, comment=b"secret note", xmp=b"<x:xmpmeta/>", icc_profile=b"profile" * 20)
        assert b"PhoneMaker" in taken
        assert b"secret note" in taken
        clean = clean_picture(taken)
        assert not [word for word in (b"PhoneMaker", b"secret note", b"xmpmeta", b"profile", b"Exif") if word in clean]
        assert not opened(clean).getexif()

    def test_forgets_what_stands_in_a_png(self) -> None:
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_text("Author", "secret note")
        assert b"secret note" not in clean_picture(picture(kind="PNG", pnginfo=info))

    def test_shows_a_transparent_signature_on_white(self) -> None:
        pad = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
        pad.paste((10, 10, 10, 255), (20, 20, 40, 40))
        out = BytesIO()
        pad.save(out, "PNG")
        clean = opened(clean_picture(out.getvalue()))
        assert is_near(clean, (5, 5), WHITE)
        assert is_near(clean, (30, 30), (10, 10, 10))

    def test_shrinks_to_the_longer_side_and_never_enlarges(self) -> None:
        assert opened(clean_picture(picture((3000, 1500)), max_side=1600)).size == (1600, 800)
        assert opened(clean_picture(picture((50, 25)), max_side=1600)).size == (50, 25)

    def test_takes_the_first_picture_of_a_moving_one(self) -> None:
        frames = [Image.new("RGB", (30, 30), colour) for colour in (RED, BLUE)]
        out = BytesIO()
        frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
        assert is_near(opened(clean_picture(out.getvalue())), (15, 15), RED)


class TestRefusals:
    @pytest.mark.parametrize(
        "data", [b"", b"hello", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8"]
    )
    def test_what_is_no_picture(self, data: bytes) -> None:
        with pytest.raises(NotAPicture):
            clean_picture(data)

    @pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO"])
    def test_kinds_we_do_not_take(self, kind: str) -> None:
        with pytest.raises(NotAPicture):
            clean_picture(picture(kind=kind))

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    def test_half_a_picture(self, kind: str) -> None:
        whole = picture((400, 400), kind=kind)
        with pytest.raises(NotAPicture):
            clean_picture(whole[: len(whole) // 2])

    def test_too_many_pixels(self) -> None:
        with pytest.raises(PictureTooLarge):
            clean_picture(picture((101, 100)), max_pixels=10_000)
        assert clean_picture(picture((100, 100)), max_pixels=10_000)

    @pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
    @pytest.mark.parametrize("side", [10_000, 60_000])
    def test_a_small_file_that_would_unfold_to_gigabytes(self, side: int) -> None:
        def chunk(kind: bytes, body: bytes) -> bytes:
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
        pixels = zlib.compress(bytes(1_000_000))
        bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
        with pytest.raises(PictureTooLarge):
            clean_picture(bomb)

    def test_are_told_in_chinese_with_what_to_do(self) -> None:
        assert "重新拍一张" in NotAPicture.user_message
        assert "小一点" in PictureTooLarge.user_message
        assert issubclass(NotAPicture, Invalid)
        assert issubclass(PictureTooLarge, Invalid)

    @settings(max_examples=150, deadline=None)
    @given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
    def test_damaged_files_give_a_picture_or_a_refusal_and_nothing_else(self, kind: str, data: st.DataObject) -> None:
        damaged = bytearray(picture(kind=kind))
        for _ in range(data.draw(st.integers(1, 8))):
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
        try:
            clean = clean_picture(bytes(damaged), max_pixels=1_000_000)
        except (NotAPicture, PictureTooLarge):
            return
        assert opened(clean).format == "JPEG"


class TestThumbnail:
    def test_is_small(self) -> None:
        assert opened(thumbnail(picture((1600, 800)))).size == (320, 160)
