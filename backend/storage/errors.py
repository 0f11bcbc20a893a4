"""What storage refuses, and what can go wrong with it."""

from backend.kit.errors import Invalid, NotFound


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
