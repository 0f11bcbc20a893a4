"""Refusals about screenings."""

from backend.kit.errors import Conflict, Invalid, NotFound


class CampaignNotPossible(Invalid):
    """Over before it begins, over already, or longer than half a year."""

    user_message = "排查的起止日期不对：结束不能早于开始和今天，最长半年"


class CampaignNotFound(NotFound):
    """No such screening in sight."""

    user_message = "没有找到这次排查，或不在您负责的范围内"


class CampaignNotOpen(Conflict):
    """Not begun yet, or over: what was found stays as it was."""

    user_message = "这次排查还没有开始或已经结束，不能再登记"


class HouseholdNotFound(NotFound):
    """No such household on the village's list."""

    user_message = "没有找到这一户，或不在您负责的村里"
