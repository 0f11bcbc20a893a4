"""Refusals about family members."""

from backend.kit.errors import Conflict, Forbidden, NotFound


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
