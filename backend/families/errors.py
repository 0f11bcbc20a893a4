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
