"""Refusals of the register."""

from backend.kit.errors import Conflict, Invalid, NotFound


class ElderNotFound(NotFound):
    """No such elder in sight."""

    user_message = "没有找到这位老人，或不在您负责的范围内"


class BirthdayNotPossible(Invalid):
    """Younger than 60 or older than 125."""

    user_message = "出生日期不对：登记的老人应当年满 60 周岁"


class IdNumberNotPossible(Invalid):
    """Shape, date or check digit is wrong."""

    user_message = "身份证号有误，请对照证件再核对一遍"


class ElderAlreadyRegistered(Conflict):
    """The identity number stands on another file."""

    user_message = "这个身份证号已经登记过，请先查找原来的档案"


class PictureNotFound(NotFound):
    """No such picture, or not for this viewer."""

    user_message = "没有找到这张照片"


class AbilityItemMissing(Invalid):
    """One of the standard's 26 items has no score."""

    user_message = "能力评估还有项目没有打分，请补齐后再提交"


class AbilityItemNotKnown(Invalid):
    """A score for something that is none of the 26 items."""

    user_message = "能力评估里有不认识的项目"


class AbilityScoreNotPossible(Invalid):
    """Below nought or above the item's highest score."""

    user_message = "这一项的得分超出了范围"


class ComaNotPossible(Invalid):
    """A coma is stated, yet consciousness has points."""

    user_message = "填了昏迷，意识水平却有得分，请核对"


class OverrideNotPossible(Invalid):
    """No reason, no end, an end too far off, or no tier to override with."""

    user_message = "人工调整须写明类别、理由和到期日，最长一年"


class OverrideHidesMissingFacts(Conflict):
    """Routine is nobody's until the facts are known."""

    user_message = "这位老人的情况还没有摸清，不能调整为一般人群，请先补充信息"


class ChangeInFuture(Invalid):
    """A change of the register dated ahead of today."""

    user_message = "日期还没有到，请到那一天再登记"


class ChangeBeforeLast(Invalid):
    """A change of the register dated before the last one."""

    user_message = "日期早于上一次变动，请对照档案里的记录再核对一遍"


class LeaveReasonNotPossible(Invalid):
    """Not one of the reasons for which an elder goes off the register."""

    user_message = "请选择老人离册的原因"


class ElderHasLeft(Conflict):
    """The elder is off the register already."""

    user_message = "这位老人已经离册，不用再办"


class ElderStillHere(Conflict):
    """Where to is asked only of those who left."""

    user_message = "这位老人还在册，离册以后才记去向"


class ElderIsHere(Conflict):
    """The elder to come back stands on the register."""

    user_message = "这位老人现在就在册，不用办理返回"


class ElderLivesThere(Conflict):
    """The village to move to is the elder's own."""

    user_message = "老人本来就在这个村的名册上"


class VillageIsGone(Conflict):
    """The village was merged or retired a moment ago."""

    user_message = "这个村刚刚合并或撤销了，请刷新后再办"


class EldersChangedSince(Conflict):
    """Elders came to the village or left it after the day its merger is dated."""

    user_message = "这一天以后村里还有老人进出，请把日期改到最近一次变动之后"


class EldersStillThere(Conflict):
    """Files of elders lie with the place that is to go."""

    user_message = "这个村还有老人的档案，请先并入接手的村"


class DayNotPossible(Invalid):
    """Ahead of today, before anybody counted, or a period that ends before it begins."""

    user_message = "请选今天或以前的日期，开始日期不要晚于截止日期"


class AssessmentDayNotPossible(Invalid):
    """Before the standard was in force, or still to come."""

    user_message = "评估日期不对：不能晚于今天，也不能早于国家标准实施之日（2022 年 12 月 30 日）"


class ElderNotOnRegister(Conflict):
    """The elder left; what was known stays as it was."""

    user_message = "这位老人已经不在册，不能再改档案"


class OverrideNotFound(NotFound):
    """No override of the tier stands."""

    user_message = "这位老人现在没有人工调整的类别"


class ImportNotFound(NotFound):
    """No such import in sight."""

    user_message = "没有找到这次导入，或不在您负责的范围内"


class ImportNotChecked(Conflict):
    """Still being checked, being stored, stored, or refused."""

    user_message = "这个文件还没有检查完，或者已经开始导入，请刷新看看现在的进度"


class ImportHasProblems(Conflict):
    """Rows cannot be taken, and nothing is imported half."""

    user_message = "文件里还有没改好的问题，请照清单改好后重新上传"


class ImportFileMissing(Conflict):
    """The stored file is gone or does not open."""

    user_message = "上传的文件已经不在了，请重新上传"


class ImportGrownOld(Conflict):
    """Checked, and then nobody said "store it"."""

    user_message = "上传后很久没有确认导入，文件已经删除，请重新上传"


class ImportFailed(Conflict):
    """Our fault, several times over."""

    user_message = "系统没能处理这个文件，我们已经记下，请联系技术人员"


class ExportTooLong(Invalid):
    """More rows than one export holds."""

    user_message = "一次最多导出 20000 位老人，请按村或按类别分开导出"


class FileIsErased(Conflict):
    """The file's time was over, and what it said of a person is gone."""

    user_message = "这份旧档案已过保存期限，内容已经清除，请给老人重新建档"


class FileIsDouble(Conflict):
    """The file was merged into another one of the same person."""

    user_message = "这是并掉的重复档案，请到保留的那一份档案里办理"


class AbsenceTooLongAgo(Invalid):
    """An absence told of so late would change a month already looked at."""

    user_message = "外出或住院最多补记 31 天以内开始的"


class AlreadyAbsent(Conflict):
    """Another absence of the elder covers some of these days."""

    user_message = "这段时间已经记过外出或住院了，请先看看已有的记录"


class NotAbsent(Conflict):
    """There is no absence to end."""

    user_message = "这位老人没有正在外出或住院的记录"
