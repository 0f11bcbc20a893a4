"""What an account got through WeChat goes when its holder takes it back there (个人信息保护法 art. 15, 47).

The name is the one on the village's record, and what was signed, seen and done under it stays on its own legal basis
until its time is over (backend/dossiers/retention.py). Nothing of profile, place, camera or microphone is kept here.
"""

from collections.abc import Set
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.accounts.facts import AuthorizationWithdrawn
from backend.accounts.models import Account, Membership, Session
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.db import transaction
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.wechat.events import Withdrawn

_NO_PHONE: dict[str, Any] = {"phone": None, "phone_hash": None, "phone_verified_at": None}
_NO_OPENID: dict[str, Any] = {"openid": None, "openid_hash": None}


async def withdraw_authorization(kernel: Kernel, *, account_id: UUID, withdrawn: Set[str], at: datetime) -> None:
    """The holder revoked these RevokeInfo codes at `at`: every session ends, the phone goes if it is among them.

    A phone verified anew since stays. Once more changes nothing but the trail.
    """
    async with transaction():
        account = await Account.filter(id=account_id).select_for_update().get()
        verified = account.phone_verified_at
        if Withdrawn.PHONE in withdrawn and (verified is None or verified <= at):
            await Account.filter(id=account_id).update(**_NO_PHONE)
        await _leave(kernel, account_id, sorted(withdrawn), cancelled=False)


async def cancel_wechat(kernel: Kernel, *, account_id: UUID) -> None:
    """The WeChat account is gone: openid and phone go, every session ends, and every role but an office's login's.

    Who comes back comes with a new account, and is confirmed by the committee anew.
    """
    async with transaction():
        account = await Account.filter(id=account_id).select_for_update().get()
        await Account.filter(id=account_id).update(**_NO_PHONE, **_NO_OPENID)
        if account.login is None:
            today = shanghai_day(kernel.clock.now())
            if await Membership.filter(account_id=account_id, ends_on=None).update(ends_on=today):
                await record(kernel, Subject("account", account_id), Tag.MEMBERSHIP_ENDED, by=PLATFORM)
        await _leave(kernel, account_id, [], cancelled=True)


async def _leave(kernel: Kernel, account_id: UUID, withdrawn: list[str], *, cancelled: bool) -> None:
    await Session.filter(account_id=account_id, ended_at=None).update(ended_at=kernel.clock.now())
    told = [code for code in withdrawn if code in set(Withdrawn)]
    subject = Subject("account", account_id)
    await record(kernel, subject, Tag.AUTHORIZATION_WITHDRAWN, by=PLATFORM, withdrawn=told, cancelled=cancelled)
    await box.put(kernel, AuthorizationWithdrawn(account_id=account_id, withdrawn=tuple(told), cancelled=cancelled))
