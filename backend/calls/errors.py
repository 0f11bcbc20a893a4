"""Refusals about family calls."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


class CallNotFound(NotFound):
    """No such call in sight."""

    user_message = "没有找到这次亲情连线，或不在您负责的范围内"


class TimesNotPossible(Invalid):
    """Times lie in the past, too far ahead, or there are none or too many."""

    user_message = "请选 1 到 6 个今后 30 天内的时间"


class TimeNotOffered(Invalid):
    """The time taken is not among those proposed."""

    user_message = "这个时间不在家人提出的时间里"


class CallStateChanged(Conflict):
    """The call is past, or not yet at, this step."""

    user_message = "这次连线的状态已经变了，请刷新后再看"


class NotTheHost(Forbidden):
    """Only the volunteer who took the call hosts it."""

    user_message = "这次连线由另一位志愿者主持"


class NotOpenYet(Conflict):
    """The host has not opened the room."""

    user_message = "志愿者还没有到老人家里，请稍等一会儿"


class TicketNotValid(Forbidden):
    """Used, too old, or never ours."""

    user_message = "进入连线的凭证过期了，请回到小程序再点一次"


class EventNotOurs(Forbidden):
    """The room event's signature is not from our media node."""

    user_message = "来源无法确认"
