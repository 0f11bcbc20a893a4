"""Refusals about visits."""

from backend.kit.errors import Conflict, Invalid, NotFound


class ReportNotFound(NotFound):
    """No such report in sight."""

    user_message = "没有找到这次探访记录，或不在您负责的范围内"


class VisitInFuture(Invalid):
    """A visit is reported after it happened."""

    user_message = "探访时间不能晚于现在"


class VisitTooLongAgo(Invalid):
    """Later than a report is taken."""

    user_message = "这次探访时间太久了，请联系村委会补录"


class ElderHadLeft(Conflict):
    """The elder no longer stood in the register on the day of the visit."""

    user_message = "这位老人那天已经不在册了，请和村委会核对"


class AlreadyReported(Conflict):
    """The visitor reported a visit to this elder at this very moment before."""

    user_message = "这次探访已经记过了"


class PhotoNotFound(NotFound):
    """No such upload of the visitor's own, or one already taken up elsewhere."""

    user_message = "有照片没有传上来，请重新拍照或重新选择"
