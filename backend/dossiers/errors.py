"""Refusals about whole files and their cards."""

from backend.kit.errors import Conflict, Invalid, NotFound


class SameFile(Invalid):
    """A file is no double of itself."""

    user_message = "选的是同一份档案，请再核对一下"


class MergedElsewhere(Conflict):
    """The double was merged into another file before."""

    user_message = "这份档案已经并到另一份里了，请刷新后再看"


class DoubleIsInUse(Conflict):
    """An agreement or a call is under way on the file that is to go."""

    user_message = "要并掉的这份档案上还有协议或约好的连线，请改为保留这一份，或者先办结再合并"


class FilesDiffer(Conflict):
    """Both carry an identity number, and not the same: they are two persons."""

    user_message = "两份档案的身份证号不一样，不是同一位老人，请先核对"


class CardCheckFailed(NotFound):
    """No card has this number and code."""

    user_message = "没有查到这张卡，请对照卡上的卡号和核验码再填一遍"
