"""Refusals about places."""

from backend.kit.errors import Conflict, Invalid, NotFound


class DivisionNotFound(NotFound):
    """No such place in sight."""

    user_message = "没有找到这个地方，或不在您的辖区内"


class DayNotInTree(Invalid):
    """Ahead of today, or before any place was written down."""

    user_message = "请选 2020 年以来、今天或以前的日期"


class DivisionChangedSince(Conflict):
    """The place changed on that day or after it already."""

    user_message = "这个地方在这一天或以后已有调整，请把日期改到最近一次调整之后"


class DivisionNotEmpty(Conflict):
    """Other places still lie under the one that is to go."""

    user_message = "下面还有村没有调整走，不能撤销"


class DivisionMisplaced(Invalid):
    """A village belongs under another township, a township under another county."""

    user_message = "只能把村调整到别的乡镇、把乡镇调整到别的县"


class OfficialListBroken(Invalid):
    """A line that is not code, class and name, a code named twice, or a place whose parent is nowhere."""

    user_message = "区划名单里这一行有误：代码应为 12 位，村级要有城乡分类，上级也要在名单里"
