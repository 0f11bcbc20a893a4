"""Refusals about family calls."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


class CallNotFound(NotFound):
    """No such call in sight."""

    user_message = "没有找到这次亲情连线，或不在您负责的范围内"


class ElderNotInSight(NotFound):
    """No such elder in sight, or no longer in the register."""

    user_message = "没有找到这位老人，或不在您的联系范围内"


class TimesNotPossible(Invalid):
    """Times lie in the past, too far ahead, or there are none or too many."""

    user_message = "请选 1 到 6 个今后 30 天内的时间"


class TimeNotOffered(Invalid):
    """The time taken is not among those proposed, or is past."""

    user_message = "这个时间不在家人提出的时间里，或者已经过了"


class CallStateChanged(Conflict):
    """The call is past, or not yet at, this step."""

    user_message = "这次连线的状态已经变了，请刷新后再看"


class NotTheHost(Forbidden):
    """Only the one who took the call opens and closes it."""

    user_message = "这次连线由另一位志愿者主持"


class NotYoursToCancel(Forbidden):
    """Whoever proposed or took the call, and the committee, may cancel it."""

    user_message = "这次连线只能由提出的家人、主持的志愿者或村委会取消"


class NotInvited(Forbidden):
    """Only the host and the elder's confirmed supporters enter the room."""

    user_message = "只有老人的子女和主持的志愿者可以进入连线"


class NotOpenYet(Conflict):
    """The host has not opened the room."""

    user_message = "志愿者还没有到老人家里，请稍等一会儿"


class TicketNotValid(Forbidden):
    """Ticket or cookie: used, too old, forged, or of somebody no longer invited."""

    user_message = "进入连线的凭证过期了，请回到小程序再点一次"


class ElderWantsNoCalls(Conflict):
    """The elder said no to video calls."""

    user_message = "老人现在不想视频，我们先照老人的意思办。可以打个电话问候，老人愿意了再约"


class OwnCallsNotWanted(Conflict):
    """Whoever wants to come in said no to being seen and heard oneself."""

    user_message = "您之前收回了视频的同意。想和老人视频，请先到“我的”里重新同意"


class EventNotOurs(Forbidden):
    """The room event's signature is not from our media node, or is too old."""

    user_message = "来源无法确认"


class EventNotReadable(Invalid):
    """The signed room event is no event, or of no call of ours: sending it again is no use."""

    user_message = "内容无法识别"


class ElderBusyThen(Conflict):
    """The elder has another call around that time."""

    user_message = "老人那个时间前后已经约了另一次连线，请换一个时间"


class HostBusyThen(Conflict):
    """The host has promised another call around that time."""

    user_message = "您那个时间前后已经答应了另一次连线，请换一个时间"


class ChildBusyThen(Conflict):
    """A child who means to come has another call around that time."""

    user_message = "家人那个时间前后已经约了另一次连线，请换一个时间"


class EveningFull(Conflict):
    """As many calls stand around that time as the servers carry."""

    user_message = "那个时间段的连线已经排满了，请换一个早一点或晚一点的时间"


class ElderDoesNotAgree(Conflict):
    """A room is opened only when the elder has just said yes aloud."""

    user_message = "开视频前要先问老人，老人说愿意才能开。老人不愿意，就照老人的意思不开"


class MinorNotCovered(Invalid):
    """A minor is in the picture without a guardian's consent (个人信息保护法 art. 31)."""

    user_message = "有未成年人在场：要家长同意，或者请孩子坐到镜头外面"
