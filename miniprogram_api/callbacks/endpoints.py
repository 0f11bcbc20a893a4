"""What WeChat pushes to us. Not keyed: WeChat knows no Idempotency-Key, its pushes are told apart by their own ids."""

from collections.abc import Mapping

from sanic import Request

from backend.notifications.actions import take_push
from backend.wechat.callbacks import ANSWER
from backend.wechat.errors import NotFromWeChat
from miniprogram_api.routes import SIGNED, Ask, Blob, Routes

routes = Routes("callbacks")
PATH = "/api/callbacks/wechat"
PLAIN = "text/plain; charset=utf-8"


def _query(request: Request) -> Mapping[str, str]:
    """The first value of each name."""
    return {name: values[0] for name, values in request.args.items()}


@routes.get(PATH, access=SIGNED, gives="text/plain", refusals=(NotFromWeChat,))
async def echo_wechat(ask: Ask) -> Blob:
    """Prove to WeChat's console that this address is ours."""
    return Blob(ask.services.callbacks.echo(_query(ask.request)).encode(), PLAIN)


@routes.post(PATH, access=SIGNED, keyed=False, status=200, gives="text/plain", refusals=(NotFromWeChat,))
async def receive_wechat(ask: Ask) -> Blob:
    """Take one push; a repeat is answered and changes nothing."""
    callbacks = ask.services.callbacks
    push = await callbacks.receive(_query(ask.request), ask.request.body)
    if push is not None:
        await take_push(ask.kernel, push, ask.services.settings.wechat.templates)
        await callbacks.done(push)
    return Blob(ANSWER.encode(), PLAIN)
