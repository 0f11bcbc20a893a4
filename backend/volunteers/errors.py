"""Refusals about volunteers."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


class VolunteerNotFound(NotFound):
    """No such volunteer in sight."""

    user_message = "没有找到这位志愿者，或不在您负责的范围内"


class VolunteerStateChanged(Conflict):
    """The volunteer is past, or not yet at, this step."""

    user_message = "这位志愿者的状态已经变了，请刷新后再看"


class VolunteerNotReady(Conflict):
    """Not approved and trained yet."""

    user_message = "这位志愿者还没有完成审核和培训，暂时不能结对"


class AlreadyVolunteer(Conflict):
    """One person applies once per village."""

    user_message = "您已经报过名了，请等村委会联系"


class AlreadyPaired(Conflict):
    """The two are paired already."""

    user_message = "这位志愿者已经和老人结对了"


class PairingNotFound(NotFound):
    """No such pairing in sight."""

    user_message = "没有找到这次结对，可能已经结束"


class RiskNoticeOutdated(Invalid):
    """The notice read is not the one in force."""

    user_message = "风险告知书有更新，请重新阅读后再报名"


class PhoneNotVerified(Conflict):
    """A phone must be verified first."""

    user_message = "请先验证手机号"


class OwnApplication(Forbidden):
    """Nobody approves or trains himself."""

    user_message = "不能审核自己的报名，请由其他人办理"
