"""Refusals about corrections."""

from backend.kit.errors import Conflict, Forbidden, NotFound


class CorrectionNotFound(NotFound):
    """No such request in sight."""

    user_message = "没有找到这条更正申请，或不在您负责的范围内"


class CorrectionWaits(Conflict):
    """The same person already asked about the same part, and waits for an answer."""

    user_message = "这一项您已经申请过更正，村委会还在核实，请等答复"


class CorrectionIsAnswered(Conflict):
    """It was answered before."""

    user_message = "这条更正申请已经答复过了，请刷新后再看"


class OwnCorrection(Forbidden):
    """Nobody answers himself."""

    user_message = "不能答复自己提的申请，请由村委会其他人办理"
