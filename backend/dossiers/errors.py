"""Refusals about cards."""

from backend.kit.errors import NotFound


class CardCheckFailed(NotFound):
    """No card has this number and code."""

    user_message = "没有查到这张卡，请对照卡上的卡号和核验码再填一遍"
