"""Refusals about family members."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


class FamilyMemberNotFound(NotFound):
    """No such place in sight."""

    user_message = "没有找到这位家人，或不在您负责的范围内"


class AlreadyNamed(Conflict):
    """The phone is named for this duty already."""

    user_message = "这个手机号已经登记在这位老人名下了"


class NotClaimedYet(Conflict):
    """The person has not signed in with the phone on record."""

    user_message = "对方还没有用这个手机号在小程序里认领，请先通知本人"


class OwnPlace(Forbidden):
    """Nobody confirms himself."""

    user_message = "不能确认自己，请由村委会其他人办理"


class NotASupporter(Conflict):
    """Only of those with the duty to support the village must know where they are."""

    user_message = "只登记赡养人的去向，这位不是赡养人"


class NoPlaceConfirmed(Conflict):
    """Nobody's supporter by the committee's word, or of nobody on the register any more."""

    user_message = "村委会还没有确认您是哪位老人的家人，确认后再来填"


class ProvinceNotKnown(Invalid):
    """None of the province-level divisions, nor abroad."""

    user_message = "请从列表里选省份"


class CityNotPossible(Invalid):
    """Nothing a city is called, or more than the city."""

    user_message = "只写到市，不用写街道和门牌"


class AreaNotPossible(Invalid):
    """The same province as home, and not said how near; or said nearer than another province can be."""

    user_message = "请选一下离老家多远，和所在的省份要对得上"


class SinceNotPossible(Invalid):
    """Still to come, or too long ago to be true."""

    user_message = "请填到那里的日期，不能晚于今天"


class NothingToConfirm(Conflict):
    """No whereabouts were told yet."""

    user_message = "还没有登记过去向，请先填写现在在哪里"


class NoDecisionNeeded(Conflict):
    """Nothing on the elder's file says that a child should stay."""

    user_message = "档案里没有需要留下子女照顾的情况，请先更新老人的身体状况"


class DecisionInFuture(Invalid):
    """The family has decided before it is written down."""

    user_message = "商定的日期不能晚于今天"


class ContactMeasured(Invalid):
    """Family calls are counted by the room, and nobody declares one."""

    user_message = "亲情连线会自动记下来，不用自己填"


class ContactNotPossible(Invalid):
    """Still to come, or too long ago to be remembered to the day."""

    user_message = "只能记今天和过去 60 天里的事"


class RhythmTooSlow(Invalid):
    """The supporter may choose to call more often than the policy's longest time, never more seldom."""

    user_message = "两次联系隔得太久了，请选短一些的间隔"


class OwnFamilyCase(Forbidden):
    """Nobody handles what names himself or his household."""

    user_message = "这件事涉及您本人或家人，请由村委会其他人办理"


class DutyCaseNotFound(NotFound):
    """No such case in sight."""

    user_message = "没有找到这件事，或不在您负责的范围内"


class DutyCaseOpen(Conflict):
    """Of one supporter and one elder one case is open at a time."""

    user_message = "对这位赡养人已经有一件没有办结的提醒，请接着那一件办"


class DutyStepNotPossible(Conflict):
    """The case stands elsewhere by now, or never stood where this is possible."""

    user_message = "现在不能办这一步，请刷新看看办到哪里了"


class DutyStepIncomplete(Invalid):
    """Something that belongs to the step was not told, or something was that does not."""

    user_message = "这一步要写的内容不齐，请补全"


class DutyDayNotPossible(Invalid):
    """Steps follow each other in time, and none is to come."""

    user_message = "日期不能晚于今天，也不能早于上一步"


class ListedTooLong(Invalid):
    """An entry on the list ends after a year at the latest."""

    user_message = "列入名单要写明到期日，最长一年"


class NotToldTwice(Conflict):
    """Only who was told of the hearing twice, and whose day has come, can be said not to have come."""

    user_message = "要通知过两次、约定的日子也到了，才能记“没有来”"
