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


class NoDecisionNeeded(Conflict):
    """Nothing on the elder's file says that a child should stay."""

    user_message = "档案里没有需要留下子女照顾的情况，请先更新老人的身体状况"


class DecisionInFuture(Invalid):
    """The family has decided before it is written down."""

    user_message = "商定的日期不能晚于今天"
