"""Refusals about concerns and incidents."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


class IncidentNotFound(NotFound):
    """No such incident in sight: of another place, of another family, or about the asker."""

    user_message = "没有找到这件事，或不在您负责的范围内"


class IncidentStepNotPossible(Conflict):
    """Where the incident stands now, this step does not follow."""

    user_message = "这件事刚刚有了变化，请刷新后再办"


class IncidentStepIncomplete(Invalid):
    """Something a step must tell is missing, or something is told that does not belong to it."""

    user_message = "还有要写的没有写全，请补上再提交"


class IncidentTimeNotPossible(Invalid):
    """A moment lies in the future, or before anybody raised the concern."""

    user_message = "时间不对：不能晚于现在，也不能早于上报的时候"


class PoliceNotTold(Conflict):
    """Harm that proved true is not closed before the police have it (R096)."""

    user_message = "侵害老人的事要先报警，记下移交派出所的时间，才能办结"


class ReviewByAnother(Forbidden):
    """Whoever handled it does not review it while there is somebody else."""

    user_message = "办结回看要由没有经手的人来做"


class ConcernNamesOneself(Invalid):
    """A concern names somebody else than the one who raises it."""

    user_message = "上报时不能点自己的名字"


class CannotBeNamed(Invalid):
    """Somebody who has nothing to do with this elder."""

    user_message = "您点到的人和这位老人没有登记关系，请用文字写明"


class PhotoNotYours(Invalid):
    """A picture that its sender never uploaded."""

    user_message = "照片没有传好，请重新拍一张"


class NotOnDuty(Invalid):
    """Only who holds office in a place can be its duty holder."""

    user_message = "值班人要是这一级的工作人员，请先邀请他登录"
