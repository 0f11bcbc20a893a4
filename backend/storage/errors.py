"""What storage refuses, and what can go wrong with it."""

from backend.kit.errors import Conflict, Invalid, NotFound


class ObjectMissing(NotFound):
    """Nothing is stored under this key."""

    user_message = "这个文件找不到了，请联系村委会"


class ObjectDamaged(Exception):
    """The stored bytes were changed, belong to another key or place, or their encryption key is not on the ring."""


class KeyNotAllowed(Exception):
    """An object key outside the alphabet of `port.checked_key`: a mistake in our code, or somebody probing it."""


class StorageUnavailable(Exception):
    """The disk or the object store did not do its part; the caller may try again, nothing is half-written."""


class NotAPicture(Invalid):
    """Not a whole JPEG, PNG or WebP."""

    user_message = "这不是照片，或者照片没有传完整，请重新拍一张"


class PictureTooLarge(Invalid):
    """More pixels than we are ready to unfold."""

    user_message = "照片太大了，请用手机相机重新拍一张，或者选小一点的照片"


class HeicPicture(NotAPicture):
    """HEIC or AVIF, which we do not read."""

    user_message = "这是 HEIC 格式的照片，系统还打不开。请在手机相机设置里选“兼容性最佳”（JPEG），再拍一张"


class PictureDiffers(Conflict):
    """What arrived is not what the phone announced: its SHA-256 is another."""

    user_message = "照片在路上传坏了，手机会重新传一次"


class OpenUploadNotFound(NotFound):
    """No such upload of the asker's own, or one given up since."""

    user_message = "这张照片要从头再传一次"


class TooManyOpenUploads(Conflict):
    """The account has too many pictures, or too many bytes, half sent."""

    user_message = "还有很多照片没传完，请等它们传完再传新的"


class PieceOutOfRange(Invalid):
    """The picture has no piece of this number."""

    user_message = "照片传到一半对不上，请重新传一次"


class PieceDamaged(Invalid):
    """The piece is longer or shorter than announced, or its SHA-256 is another."""

    user_message = "照片有一段在路上传坏了，手机会再传一次"


class PieceDiffers(Conflict):
    """A piece of this number came before, with other bytes."""

    user_message = "照片有一段和之前传的不一样，请重新传一次"
