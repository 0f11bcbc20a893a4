"""Pictures as we keep them: upright JPEG, of bounded size, telling nothing but what is to be seen.

Pure CPU work: call it in a thread (`await asyncio.to_thread(clean_picture, data)`).
"""

from io import BytesIO

from PIL import Image, ImageOps

from backend.storage.errors import HeicPicture, NotAPicture, PictureTooLarge

_FORMATS = ("JPEG", "PNG", "WEBP")
# The kinds of ISO 14496-12 files that phones make of photographs.
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")


def clean_picture(data: bytes, *, max_side: int = 1600, max_pixels: int = 40_000_000) -> bytes:
    """`data` (JPEG, PNG or WebP) as a JPEG no side of which is longer than `max_side`.

    Turned upright as its EXIF says; EXIF, place, comments and profiles are gone; transparent parts become white.
    Raises NotAPicture (HeicPicture of the kind iPhones make), PictureTooLarge (more than `max_pixels` before
    shrinking; judged before unfolding).
    """
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise HeicPicture
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > max_pixels:
                raise PictureTooLarge
            # JPEGs are shrunk by powers of two while being read: a fraction of the time and memory.
            image.draft("RGB", (max_side, max_side))
            image.load()
            return _as_jpeg(image, max_side)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureTooLarge from None
    # Pillow's readers answer broken files with these and nothing else they promise.
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError):
        raise NotAPicture from None


def thumbnail(data: bytes, *, max_side: int = 320) -> bytes:
    """A small JPEG for lists. Refuses as `clean_picture` does."""
    return clean_picture(data, max_side=max_side)


def _as_jpeg(image: Image.Image, max_side: int) -> bytes:
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    # A new canvas: whatever else the file carried stays behind with the old one.
    canvas = Image.new("RGB", upright.size, "white")
    if upright.has_transparency_data:
        layer = upright.convert("RGBA")
        canvas.paste(layer, mask=layer)
    else:
        canvas.paste(upright.convert("RGB"))
    out = BytesIO()
    canvas.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
