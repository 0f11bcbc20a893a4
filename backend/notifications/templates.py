"""What stands on a lock screen: the fields of our subscription templates, by WeChat's rules.

Anybody may look at a lock screen: no health, no address, no number of any document. `phrase` takes at most five
Chinese characters; `thing` is cut at twenty by the client.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from backend.kit.clock import SHANGHAI
from backend.notifications.rules import Template


@dataclass(frozen=True, slots=True)
class LockScreen:
    """One subscription message: its template and WeChat's field keys to text."""

    template: Template
    data: Mapping[str, str]


def agreement(elder: str, progress: str, tip: str) -> LockScreen:
    """协议名称, 当前进度, 温馨提示."""
    return LockScreen(Template.AGREEMENT, {"thing1": f"{elder}的委托照顾协议", "phrase2": progress, "thing3": tip})


def visit(elder: str, visitor: str, at: datetime) -> LockScreen:
    """探访对象, 探访人, 探访时间, 温馨提示."""
    return LockScreen(
        Template.VISIT,
        {"thing1": elder, "thing2": visitor, "time3": _moment(at), "thing4": "点开看看老人的近况"},
    )


def call(elder: str, at: datetime, tip: str) -> LockScreen:
    """连线对象, 连线时间, 温馨提示."""
    return LockScreen(Template.CALL, {"thing1": f"和{elder}的亲情连线", "time2": _moment(at), "thing3": tip})


def _moment(at: datetime) -> str:
    local = at.astimezone(SHANGHAI)
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
