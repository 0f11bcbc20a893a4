"""Refusals about visits."""

from backend.kit.errors import Conflict, Invalid, NotFound


class ReportNotFound(NotFound):
    """No such report in sight."""

    user_message = "没有找到这次探访记录，或不在您负责的范围内"


class VisitInFuture(Invalid):
    """A visit is reported after it happened."""

    user_message = "探访时间不能晚于现在"


class VisitTooLongAgo(Invalid):
    """Later than policy allows."""

    user_message = "这次探访时间太久了，请联系村委会补录"


class AlreadyReported(Conflict):
    """The same visit was reported before."""

    user_message = "这次探访已经记过了"
