"""Which WeChat messages a person accepts."""

from backend.notifications.actions import report_answers
from backend.notifications.grants import left
from miniprogram_api.routes import SELF, Ask, Routes
from miniprogram_api.subscriptions.schemas import Subscription, Subscriptions, SubscriptionsIn

routes = Routes("subscriptions")


async def _mine(ask: Ask) -> Subscriptions:
    template_ids = ask.services.settings.wechat.templates
    counts = await left(ask.viewer.account_id)
    return Subscriptions([Subscription(kind, template_ids[kind], count) for kind, count in counts.items()])


@routes.get("/api/subscriptions", access=SELF)
async def list_subscriptions(ask: Ask) -> Subscriptions:
    """The templates to ask for, and what is left of each."""
    return await _mine(ask)


@routes.post("/api/subscriptions", access=SELF, status=200)
async def report_subscriptions(ask: Ask, body: SubscriptionsIn) -> Subscriptions:
    """What the person answered to WeChat's question."""
    await report_answers(ask.kernel, answers=body.answers, by=ask.viewer)
    return await _mine(ask)
