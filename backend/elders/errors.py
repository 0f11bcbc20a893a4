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
