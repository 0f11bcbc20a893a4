"""Words of signing in, pure."""

from enum import StrEnum


class SignInWay(StrEnum):
    """How a session was opened."""

    WECHAT = "wechat"
    OFFICE = "office"
    QR = "qr"
