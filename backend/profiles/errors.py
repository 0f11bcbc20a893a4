"""Refusals about what stands in an elder's file."""

from backend.kit.errors import Conflict, Invalid


class ObservedDayNotPossible(Invalid):
    """Still to come, or before the elder was born."""

    user_message = "日期不对：请填看到、听到这件事的那一天，不能晚于今天"


class PartSaysNothing(Invalid):
    """Nothing but blanks."""

    user_message = "还没有写内容"


class ContactTwice(Invalid):
    """Two of the emergency contacts have one telephone."""

    user_message = "同一个电话填了两次，每个电话只留一位联系人"


class ContactsChanged(Conflict):
    """Somebody else changed the list since it was read."""

    user_message = "紧急联系人刚刚有人改过，请刷新后再改"


class HouseholdNotPossible(Invalid):
    """More spouse and minors than people in the home."""

    user_message = "家里的人数对不上，请把老人本人也算在内再数一遍"


class CapacityNeedsSource(Invalid):
    """A finding without who found it, or a source for what nobody found."""

    user_message = "请写清是谁、根据什么认定的；还不清楚就选“不清楚”"
