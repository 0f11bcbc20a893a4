"""Opening accounts and sessions, granting roles, tying them to elders."""

import secrets
from datetime import date, timedelta
from uuid import UUID

from backend.accounts.errors import NoSuchMembership, PhoneBelongsToAnother
from backend.accounts.models import Account, Membership, Session, Tie
from backend.accounts.queries import hash_token, memberships
from backend.accounts.roles import Role
from backend.accounts.rules import SignInWay
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor, Subject, record
from backend.db import IntegrityError, transaction
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel

SESSION_LIFE = timedelta(days=14)
OFFICE_SESSION_LIFE = timedelta(hours=10)


async def account_of_openid(kernel: Kernel, openid: str) -> Account:
    """The account behind a WeChat identity, opened at the first sign-in; two at once open one."""
    openid_hash = kernel.keys.keyed_hash(openid, "openid")
    try:
        return await _found_or_opened(kernel, openid, openid_hash)
    except IntegrityError:
        # Another sign-in of the same person has just opened it.
        if opened := await Account.get_or_none(openid_hash=openid_hash):
            return opened
        raise


async def _found_or_opened(kernel: Kernel, openid: str, openid_hash: bytes) -> Account:
    async with transaction():
        found = await Account.get_or_none(openid_hash=openid_hash)
        if found:
            return found
        account_id = uuid7()
        account = await Account.create(
            id=account_id,
            name="",
            openid=kernel.keys.encrypt(openid.encode(), f"accounts|openid|{account_id}"),
            openid_hash=openid_hash,
            created_at=kernel.clock.now(),
        )
        await record(kernel, Subject("account", account.id), Tag.ACCOUNT_OPENED, by=Actor(account.id, "visitor"))
        return account


async def open_session(kernel: Kernel, account_id: UUID, way: SignInWay, *, membership_id: UUID | None = None) -> str:
    """A new session under `membership_id` (else the account's first role); returns the only copy of its token."""
    now, token = kernel.clock.now(), secrets.token_urlsafe(32)
    held = await memberships(account_id, shanghai_day(now))
    chosen = membership_id or (held[0].id if held else None)
    life = SESSION_LIFE if way is SignInWay.WECHAT else OFFICE_SESSION_LIFE
    async with transaction():
        await Session.create(
            token_hash=hash_token(token),
            account_id=account_id,
            membership_id=chosen,
            channel=way,
            created_at=now,
            expires_at=now + life,
        )
        await record(
            kernel, Subject("account", account_id), Tag.ACCOUNT_SIGNED_IN, by=Actor(account_id, "visitor"), way=way
        )
    return token


async def act_as(kernel: Kernel, *, membership_id: UUID, by: Viewer) -> None:
    """Continue the session under another of one's roles. Raises NoSuchMembership."""
    held = {row.id for row in await memberships(by.account_id, by.today)}
    if membership_id not in held:
        raise NoSuchMembership(field="membership_id")
    await Session.filter(id=by.session_id).update(membership_id=membership_id)


async def sign_out(kernel: Kernel, *, by: Viewer) -> None:
    """End this session."""
    await Session.filter(id=by.session_id).update(ended_at=kernel.clock.now())


async def verify_phone(kernel: Kernel, *, phone: str, by: Viewer) -> None:
    """Remember the phone WeChat vouched for. Raises PhoneBelongsToAnother."""
    phone_hash = kernel.keys.keyed_hash(phone, "phone")
    async with transaction():
        holder = await Account.get_or_none(phone_hash=phone_hash)
        if holder and holder.id != by.account_id:
            raise PhoneBelongsToAnother
        try:
            await Account.filter(id=by.account_id).update(
                phone=kernel.keys.encrypt(phone.encode(), f"accounts|phone|{by.account_id}"),
                phone_hash=phone_hash,
                phone_verified_at=kernel.clock.now(),
            )
        except IntegrityError:
            # Verified on another account at this very moment.
            raise PhoneBelongsToAnother from None
        await record(kernel, Subject("account", by.account_id), Tag.ACCOUNT_PHONE_VERIFIED, by=by.actor)


async def grant(
    kernel: Kernel, *, account_id: UUID, role: Role, by: Actor = PLATFORM, division_id: UUID | None = None
) -> Membership:
    """The account's membership in force for this role and division, made when there is none."""
    today = shanghai_day(kernel.clock.now())
    async with transaction():
        # Two grants at once must not make two memberships.
        await Account.filter(id=account_id).select_for_update().first()
        held = await Membership.filter(account_id=account_id, role=role, division_id=division_id, ends_on=None).first()
        if held:
            return held
        made = await Membership.create(
            account_id=account_id, role=role, division_id=division_id, starts_on=today, granted_by=by.account_id
        )
        await record(kernel, Subject("account", account_id), Tag.MEMBERSHIP_GRANTED, by=by, role=role)
        await Session.filter(account_id=account_id, membership_id=None, ended_at=None).update(membership_id=made.id)
        return made


async def tie(kernel: Kernel, *, membership_id: UUID, elder_id: UUID) -> Tie:
    """Let a membership reach an elder from today; the tie in force when there is one."""
    found = await Tie.filter(membership_id=membership_id, elder_id=elder_id, ends_on=None).first()
    if found:
        return found
    today = shanghai_day(kernel.clock.now())
    return await Tie.create(membership_id=membership_id, elder_id=elder_id, starts_on=today)


async def tie_until(kernel: Kernel, *, membership_id: UUID, elder_id: UUID, ends_on: date) -> None:
    """Let a membership reach an elder from today until the day before `ends_on`."""
    today = shanghai_day(kernel.clock.now())
    await Tie.create(membership_id=membership_id, elder_id=elder_id, starts_on=today, ends_on=ends_on)


async def untie(kernel: Kernel, *, tie_id: UUID) -> None:
    """End a tie today, with effect at once."""
    await Tie.filter(id=tie_id, ends_on=None).update(ends_on=shanghai_day(kernel.clock.now()))


async def name_account(*, account_id: UUID, name: str) -> None:
    """Give a nameless account the name on the record it claimed."""
    await Account.filter(id=account_id, name="").update(name=name)
