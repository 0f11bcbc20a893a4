"""Refusals about policies."""

from backend.kit.errors import Invalid


class PolicyNotPossible(Invalid):
    """A value lies outside its bounds."""

    user_message = "填写的数值超出了允许的范围"


class PolicyInPast(Invalid):
    """A policy takes effect today or later; what was judged stays judged."""

    user_message = "生效日期不能早于今天"
