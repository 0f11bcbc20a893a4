"""What people do about messages: read them, and say which ones they accept."""

from collections.abc import Mapping
from uuid import UUID

import msgspec
import structlog

from backend.accounts.erasing import cancel_wechat, withdraw_authorization
from backend.accounts.models import Account
from backend.accounts.viewer import Viewer
from backend.db import fetch, transaction
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.notifications import grants
from backend.notifications.errors import NotificationNotFound
from backend.notifications.models import Notification, SubscriptionGrant
from backend.notifications.rules import Answer, Template, Witness
from backend.wechat.events import (
    AccountCancelled,
    AuthorizationRevoked,
    Push,
    SubscriptionsAnswered,
    SubscriptionsChanged,
)

log = structlog.get_logger(__name__)


async def mark_read(kernel: Kernel, *, notification_id: UUID, by: Viewer) -> None:
    """The first opening counts. Raises NotificationNotFound."""
    async with transaction():
        mine = Notification.filter(id=notification_id, account_id=by.account_id)
        if not await mine.exists():
            raise NotificationNotFound
        await mine.filter(read_at=None).update(read_at=kernel.clock.now())


async def report_answers(kernel: Kernel, *, answers: Mapping[Template, Answer], by: Viewer) -> None:
    """What wx.requestSubscribeMessage told the page."""
    now = kernel.clock.now()
    async with transaction():
        for template, answer in sorted(answers.items()):
            if answer is Answer.ACCEPT:
                await grants.accept(by.account_id, template, Witness.PAGE, now)
            elif answer is Answer.REJECT:
                await grants.reject(by.account_id, template, now)


async def take_push(kernel: Kernel, push: Push, template_ids: Mapping[str, str]) -> None:
    """Let a push of WeChat take effect, once, however often it comes."""
    event = push.event
    if not isinstance(event, SubscriptionsAnswered | SubscriptionsChanged | AuthorizationRevoked | AccountCancelled):
        log.info("wechat_push_without_effect", kind=type(event).__name__)
        return
    kinds = {template_id: Template(kind) for kind, template_id in template_ids.items()}
    async with transaction():
        if not await _is_new(kernel, push):
            return
        account = await Account.get_or_none(openid_hash=kernel.keys.keyed_hash(event.openid, "openid"))
        if account is None:
            return
        if isinstance(event, AuthorizationRevoked):
            await withdraw_authorization(kernel, account_id=account.id, withdrawn=event.withdrawn, at=push.at)
            return
        if isinstance(event, AccountCancelled):
            await cancel_wechat(kernel, account_id=account.id)
            await SubscriptionGrant.filter(account_id=account.id).delete()
            return
        answers = {kinds[each.template_id]: each.accepted for each in event.answers if each.template_id in kinds}
        for template, accepted in sorted(answers.items()):
            if not accepted:
                await grants.reject(account.id, template, push.at)
            elif isinstance(event, SubscriptionsAnswered):
                # Switching a template on again in WeChat's settings pays for no message.
                await grants.accept(account.id, template, Witness.EVENT, push.at)


class _Id(msgspec.Struct, frozen=True):
    id: UUID


async def _is_new(kernel: Kernel, push: Push) -> bool:
    """The key names the person, so only its hash is kept."""
    return bool(await fetch(_Id, _RECEIVE, uuid7(), kernel.keys.keyed_hash(push.key, "push"), kernel.clock.now()))


_RECEIVE = """
INSERT INTO received_pushes (id, key_hash, at) VALUES ($1, $2, $3) ON CONFLICT (key_hash) DO NOTHING RETURNING id
"""
