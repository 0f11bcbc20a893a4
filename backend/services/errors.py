"""Refusals about care services."""

from backend.kit.errors import Conflict, Invalid, NotFound


class ServiceNotFound(NotFound):
    """No such service in the county's list."""

    user_message = "服务清单里没有这一项，请刷新后再选"


class ServiceTermNotPossible(Invalid):
    """Ends before it starts, or starts in the past."""

    user_message = "日期不对：开始日期不能早于今天，截止日期不能早于开始日期"


class CardDayNotPossible(Invalid):
    """Still to come, or long past."""

    user_message = "日期不对：请填老人选服务的那一天，不能晚于今天，也不能早于一年前"


class ServiceTwice(Invalid):
    """One service is answered twice on a card."""

    user_message = "同一项服务勾了两次，请核对"


class RequestNotFound(NotFound):
    """No such request in sight."""

    user_message = "没有找到这条诉求，或不在您负责的范围内"


class RequestAnswered(Conflict):
    """Somebody has answered it already."""

    user_message = "这条诉求已经答复过了"


class NothingWritten(Invalid):
    """Nothing but blanks."""

    user_message = "还没有写内容"
