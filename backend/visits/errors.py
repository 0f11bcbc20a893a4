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


class SpotDrawNotFound(NotFound):
    """No such draw in sight."""

    user_message = "没有找到这次抽查，或不在您负责的范围内"


class SpotCheckNotFound(NotFound):
    """No such drawn report in sight."""

    user_message = "没有找到这项抽查，或不在您负责的范围内"


class MonthNotOver(Invalid):
    """Only a month that is over is drawn from, and not before anybody counted."""

    user_message = "只能抽查已经过完的月份"


class SpotAlreadyChecked(Conflict):
    """The result is written; it is written once."""

    user_message = "这项抽查已经有结果了"


class OwnSpotCheck(Conflict):
    """Nobody checks a visit of his own, or one to his own household."""

    user_message = "这是您自己的探访或您家的老人，请换一位同事来查"


class SpotAnswersMissing(Invalid):
    """Whoever was met is asked whether the visitor was there."""

    user_message = "请问一问老人：探访的人来过没有"


class SpotAnswersTooMany(Invalid):
    """More is told than can be known."""

    user_message = "没见到人或没来过，就不用填日期和时长"


class SpotDayInFuture(Invalid):
    """The day the elder names has not been."""

    user_message = "老人说的日子不能晚于今天"


class QualityQuestionNotFound(NotFound):
    """No such question in sight."""

    user_message = "没有找到这个问题，或不在您负责的范围内"


class QualityQuestionAnswered(Conflict):
    """The answer is written; it is written once."""

    user_message = "这个问题已经有答复了"


class OwnQuality(Conflict):
    """Nobody answers a question about his own visits."""

    user_message = "问的是您自己的探访，请换一位同事来了解"
