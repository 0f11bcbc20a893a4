"""Subscriptions on the wire."""

from typing import Annotated

import msgspec
from msgspec import Meta

from backend.notifications.rules import Answer, Template


class SubscriptionsIn(msgspec.Struct, forbid_unknown_fields=True):
    """What wx.requestSubscribeMessage answered, by our kind of template."""

    answers: Annotated[dict[Template, Answer], Meta(min_length=1, max_length=3)]


class Subscription(msgspec.Struct):
    """One kind of message: WeChat's template to ask for, and how many messages are still paid for."""

    kind: Template
    template_id: str
    left: int


class Subscriptions(msgspec.Struct):
    """Every kind there is."""

    items: list[Subscription]
