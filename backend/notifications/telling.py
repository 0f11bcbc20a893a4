"""Telling people: one inbox message per fact and person, then WeChat where the person still has a grant.

A send reserves a grant and is committed as `sending` before WeChat is called. So a crash in between costs at most a
grant, never a second message: what is found `sending` becomes `unknown` and is left to the inbox.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.accounts.models import Account
from backend.db import execute, fetch, transaction
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.notifications import grants
from backend.notifications.agreement_news import AGREEMENT_NEWS
from backend.notifications.call_news import CALL_NEWS
from backend.notifications.family_news import FAMILY_NEWS
from backend.notifications.incident_news import INCIDENT_NEWS
from backend.notifications.models import Delivery
from backend.notifications.news import NEWS, Letter, News
from backend.notifications.reply_news import REPLY_NEWS
from backend.notifications.rules import Channel, DeliveryState, Template
from backend.notifications.texts import Message
from backend.notifications.visitor_news import VISITOR_NEWS
from backend.outbox.box import TRIES, Entry, Fact, Handler
from backend.settings import WeChatSettings
from backend.wechat import WeChat
from backend.wechat.errors import NoGrantLeft, TokenNotAccepted, WeChatBusy, WeChatError, WeChatNeedsOperator

log = structlog.get_logger(__name__)

LOST_AFTER = timedelta(minutes=2)
"""Longer than a send with its one repeat can take."""


class WeChatAway(Exception):
    """Somebody's message waits for WeChat to come back; the outbox tries the entry again."""


@dataclass(frozen=True, slots=True)
class Post:
    """What telling needs: `template_ids` are WeChat's, by our kind."""

    kernel: Kernel
    wechat: WeChat
    template_ids: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Send:
    """A committed `sending`, about to be tried."""

    delivery_id: UUID
    account_id: UUID
    openid: str
    message: Message
    template: Template


def handlers(kernel: Kernel, wechat: WeChat, settings: WeChatSettings) -> Mapping[str, tuple[Handler, ...]]:
    """The outbox's handlers by topic. Each is idempotent by the entry's id, and raises to be called again later."""
    news = {**NEWS, **AGREEMENT_NEWS, **CALL_NEWS, **FAMILY_NEWS, **VISITOR_NEWS, **REPLY_NEWS, **INCIDENT_NEWS}
    post, told = Post(kernel, wechat, settings.templates), news
    return {fact_type.__name__: (_handler(post, fact_type, news),) for fact_type, news in told.items()}


def _handler(post: Post, fact_type: type[Fact], news: News) -> Handler:
    async def tell(entry: Entry) -> None:
        await deliver(post, entry, await news(entry.fact(fact_type), post.kernel.clock.now()))

    return tell


async def deliver(post: Post, entry: Entry, letters: Iterable[Letter]) -> None:
    """Put each letter into its inbox and try WeChat once. Safe to repeat. Raises WeChatAway."""
    waits = False
    for letter in letters:
        send = await _write_down(post.kernel, entry.id, letter)
        if send is not None:
            waits |= await _try(post, send, last_try=entry.tries >= TRIES) is DeliveryState.WAITING
    if waits:
        raise WeChatAway


async def doubt_interrupted(kernel: Kernel) -> int:
    """Sends whose process died become `unknown`; returns how many. Later ones meet it as their entry comes again."""
    now = kernel.clock.now()
    return await execute(_DOUBT, DeliveryState.UNKNOWN, now, DeliveryState.SENDING, now - LOST_AFTER)


_DOUBT = "UPDATE deliveries SET state = $1, finished_at = $2 WHERE state = $3 AND started_at < $4"


class _Id(msgspec.Struct, frozen=True):
    id: UUID


async def _write_down(kernel: Kernel, entry_id: UUID, letter: Letter) -> _Send | None:
    """The inbox row, and the send to try; None when there is none to try (any more)."""
    async with transaction():
        notification_id = await _inbox(kernel, entry_id, letter)
        lock_screen = letter.message.lock_screen
        openid = await _openid(kernel, letter.to) if lock_screen else None
        if lock_screen is None or openid is None:
            return None
        delivery_id = await _reserve(kernel, notification_id, letter.to, lock_screen.template)
        if delivery_id is None:
            return None
    return _Send(delivery_id, letter.to, openid, letter.message, lock_screen.template)


async def _inbox(kernel: Kernel, entry_id: UUID, letter: Letter) -> UUID:
    made, message, seal = uuid7(), letter.message, kernel.keys.encrypt
    new = await fetch(
        _Id,
        _INBOX,
        made,
        letter.to,
        entry_id,
        message.kind,
        seal(message.title.encode(), f"notifications|title|{made}"),
        seal(message.body.encode(), f"notifications|body|{made}"),
        message.page,
        kernel.clock.now(),
    )
    return (new or await fetch(_Id, _IN_INBOX, entry_id, letter.to))[0].id


_INBOX = """
INSERT INTO notifications (id, account_id, outbox_id, kind, title, body, page, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (outbox_id, account_id) DO NOTHING RETURNING id
"""
_IN_INBOX = "SELECT id FROM notifications WHERE outbox_id = $1 AND account_id = $2"


async def _openid(kernel: Kernel, account_id: UUID) -> str | None:
    account = await Account.get_or_none(id=account_id)
    if account is None or account.openid is None:
        return None
    return kernel.keys.decrypt(bytes(account.openid), f"accounts|openid|{account_id}").decode()


async def _reserve(kernel: Kernel, notification_id: UUID, account_id: UUID, template: Template) -> UUID | None:
    """A delivery marked `sending` and a grant set aside for it; None when this channel is done with, or unpaid."""
    now = kernel.clock.now()
    found = await Delivery.filter(notification_id=notification_id, channel=Channel.SUBSCRIPTION).first()
    if found and found.state is DeliveryState.SENDING:
        log.warning("subscription_message_unknown", delivery=str(found.id))
        await _mark(found.id, DeliveryState.UNKNOWN, now)
    if found and found.state is not DeliveryState.WAITING:
        return None
    if not await grants.reserve(account_id, template):
        if found:
            await _mark(found.id, DeliveryState.REFUSED, now, "no_grant")
        return None
    if found:
        await Delivery.filter(id=found.id).update(state=DeliveryState.SENDING, started_at=now, finished_at=None)
        return found.id
    made = await Delivery.create(
        notification_id=notification_id,
        channel=Channel.SUBSCRIPTION,
        state=DeliveryState.SENDING,
        started_at=now,
    )
    return made.id


async def _try(post: Post, send: _Send, *, last_try: bool) -> DeliveryState:
    """One call to WeChat, outside any transaction, and what came of it."""
    lock_screen = send.message.lock_screen
    assert lock_screen is not None
    try:
        await post.wechat.send_subscription(
            send.openid, post.template_ids[send.template], send.message.page, lock_screen.data
        )
    except WeChatError as error:
        state = _after(error, last_try=last_try)
        await _settle(post.kernel, send, state, error)
        return state
    await _mark(send.delivery_id, DeliveryState.SENT, post.kernel.clock.now())
    return DeliveryState.SENT


def _after(error: WeChatError, *, last_try: bool) -> DeliveryState:
    if not error.certainly_not_done:
        return DeliveryState.UNKNOWN
    passing = isinstance(error, WeChatBusy | TokenNotAccepted)
    return DeliveryState.WAITING if passing and not last_try else DeliveryState.REFUSED


async def _settle(kernel: Kernel, send: _Send, state: DeliveryState, error: WeChatError) -> None:
    """Note the outcome, and give the grant back where WeChat surely did not spend it."""
    tell = log.error if isinstance(error, WeChatNeedsOperator) else log.info
    tell("subscription_message_not_sent", state=state, code=error.code, errcode=error.errcode, rid=error.rid)
    async with transaction():
        await _mark(send.delivery_id, state, kernel.clock.now(), error.code)
        if isinstance(error, NoGrantLeft):
            await grants.clear(send.account_id, send.template)
        elif error.certainly_not_done:
            await grants.give_back(send.account_id, send.template)


async def _mark(delivery_id: UUID, state: DeliveryState, now: datetime, error: str | None = None) -> None:
    await Delivery.filter(id=delivery_id).update(state=state, finished_at=now, error=error)
