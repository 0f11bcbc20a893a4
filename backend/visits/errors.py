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


class FormNotKnown(Invalid):
    """No form has this name."""

    user_message = "这份探访表不认识，请更新后再交"


class AnswersNotOfForm(Invalid):
    """The form does not ask this, or has no such answer."""

    user_message = "探访表里有的回答对不上，请重新选一次"


class VisitNotOver(Invalid):
    """It ends after the report was received."""

    user_message = "探访还没有结束，请核对用了多少分钟"


class PeopleNotCounted(Invalid):
    """Fewer people than kinds of people are said to have been there."""

    user_message = "在场的人数比选的人还少，请核对"


class VisitNeedNotFound(NotFound):
    """No such need in sight."""

    user_message = "没有找到这条需求，或不在您负责的范围内"


class NeedStepNotPossible(Conflict):
    """The need does not stand where this can follow."""

    user_message = "这条需求已经办结，请刷新后再看"


class ProposalNotFound(NotFound):
    """No such proposed change in sight."""

    user_message = "没有找到这条变更，或不在您负责的范围内"


class ProposalIsDecided(Conflict):
    """The village accepted or declined it before."""

    user_message = "这条变更已经处理过了，请刷新后再看"


class ProposalNotPossible(Invalid):
    """The field takes no such value."""

    user_message = "提的变更不完整，请核对电话或重新选择"


class ProposalNeedsPlace(Invalid):
    """A child's whereabouts are written down for one child, with the place."""

    user_message = "请选是哪个子女，并填好现在在哪里"


class OccasionNotPossible(Invalid):
    """The calendar, or the weather, asks for such a visit by itself."""

    user_message = "这种探访由日历或乡镇通知安排，不能单独提出"


class WeatherNotPossible(Invalid):
    """Weather visits are for today and the days right after it."""

    user_message = "截止日期要在今天到七天以内"


class VisitorNotPossible(Invalid):
    """The account cannot visit this elder in the given capacity."""

    user_message = "这个人眼下不能负责探访这位老人，请先在本村登记身份"


class VisitorNotPaired(Conflict):
    """A volunteer visits those with whom he is paired."""

    user_message = "请先给这位志愿者和老人结对，再指定为探访人"


class VisitorChangedMeanwhile(Conflict):
    """Somebody else has assigned another visitor since the screen was read."""

    user_message = "刚刚有人改过探访人了，请刷新看看再定"


class AssignmentNotFound(NotFound):
    """No such assignment in sight."""

    user_message = "没有找到这项探访安排，或不在您负责的范围内"


class VisitorNoticeNotFound(NotFound):
    """No such notice in sight."""

    user_message = "没有找到这份告知书，或不在您负责的范围内"


class VisitorNoticeOutdated(Conflict):
    """The visitor has changed since."""

    user_message = "探访人已经换了，请看最新的告知书"


class HandedOverInFuture(Invalid):
    """The notice is handed over before that is written down, and after it was made."""

    user_message = "送达日期要在告知书做好之后，不能晚于今天"


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
