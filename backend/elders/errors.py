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
