"""Refusals about visits."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


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


class WordsNotShared(Forbidden):
    """The elder does not want the family to read what a visitor writes, an answer included."""

    user_message = "老人暂时不想让家人看探访人写的话。想问的事，可以打个电话问老人，或者请村委会转告"


class QuestionWaits(Conflict):
    """The same supporter's last question about the report has no answer yet."""

    user_message = "您上次问的还没有答复，答复了再接着问"


class FamilyQuestionNotFound(NotFound):
    """No such question of a supporter in sight."""

    user_message = "没有找到这个问题，或不在您负责的范围内"


class FamilyQuestionAnswered(Conflict):
    """Somebody answered it before."""

    user_message = "这个问题已经有人答复了，请刷新看看"
