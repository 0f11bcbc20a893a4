"""Refusals about messages."""

from backend.kit.errors import NotFound


class NotificationNotFound(NotFound):
    """No such message in one's own inbox."""

    user_message = "没有找到这条消息"
