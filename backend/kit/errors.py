"""Refusals: what the software says no to, in domain words.

    Refusal
    ├── NotFound    there is no such thing within the asker's sight
    ├── Forbidden   the asker may not do this
    ├── Conflict    the thing is not in a state where this can be done
    └── Invalid     the words or numbers given cannot be right

HTTP numbers appear only at the edge (`miniprogram_api/errors.py`).
"""

import re
from typing import ClassVar


class Refusal(Exception):
    """A named no. `code` is for programs and never changes; `user_message` is for people."""

    code: ClassVar[str] = "refusal"
    user_message: ClassVar[str] = "这件事现在办不了"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "code" not in cls.__dict__:
            cls.code = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, *, field: str | None = None) -> None:
        """`field` is the JSON path of the offending value, never the value itself."""
        super().__init__(self.code)
        self.field = field


class NotFound(Refusal):
    """No such thing, or none the asker may see: the two are deliberately alike."""

    user_message = "没有找到，可能已被移走，或不在您负责的范围内"


class Forbidden(Refusal):
    """The asker's role does not reach this."""

    user_message = "您没有办理这件事的权限"


class Conflict(Refusal):
    """Right request, wrong moment."""

    user_message = "情况刚刚有变化，请刷新后再试"


class Invalid(Refusal):
    """The given values cannot be right."""

    user_message = "填写的内容有误，请检查后再提交"
