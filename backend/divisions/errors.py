"""Refusals about places."""

from backend.kit.errors import NotFound


class DivisionNotFound(NotFound):
    """No such place in sight."""

    user_message = "没有找到这个地方，或不在您的辖区内"
