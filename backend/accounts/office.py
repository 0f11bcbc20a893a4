"""Officials' own login: invitation, password (argon2) and one-time code (TOTP, RFC 6238)."""

import asyncio
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from uuid import UUID

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError, VerifyMismatchError

from backend.accounts.actions import grant, open_session
from backend.accounts.errors import (
    InvitationNotValid,
    LoginTaken,
    NotYourDivision,
    PasswordTooWeak,
    SignInFailed,
)
from backend.accounts.models import Account, Invitation
from backend.accounts.queries import hash_token
from backend.accounts.roles import Role
from backend.accounts.rules import SignInWay
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Actor, Subject, record
from backend.db import IntegrityError, transaction
from backend.divisions.models import Division, DivisionLevel
from backend.divisions.queries import sees_division
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel

INVITATION_LIFE = timedelta(days=7)
SHORTEST_PASSWORD = 12
_STEP = 30

_hasher = PasswordHasher()

INVITERS = {
    Role.COUNTY: frozenset({Role.COUNTY, Role.TOWNSHIP, Role.COMMITTEE}),
    Role.TOWNSHIP: frozenset({Role.TOWNSHIP, Role.COMMITTEE}),
    Role.COMMITTEE: frozenset({Role.COMMITTEE}),
}
"""Which roles each office may invite, within its own divisions."""
LEVELS = {
    Role.COUNTY: DivisionLevel.COUNTY,
    Role.TOWNSHIP: DivisionLevel.TOWNSHIP,
    Role.COMMITTEE: DivisionLevel.VILLAGE,
}
"""Where each office is held: a committee's member, who sees whole files, is never one for a county."""


@dataclass(frozen=True, slots=True)
class NewLogin:
    """What the invited person is shown once: the secret for the one-time-code app."""

    account_id: UUID
    totp_uri: str


async def invite(kernel: Kernel, *, name: str, role: Role, division_id: UUID, by: Viewer) -> str:
    """Invite an official; returns the link's token. Raises NotYourDivision."""
    by.require(*INVITERS)
    if by.role is None or role not in INVITERS[by.role] or not await sees_division(by.scope, division_id):
        raise NotYourDivision(field="division_id")
    division = await Division.get(id=division_id)
    if division.level is not LEVELS[role]:
        raise NotYourDivision(field="division_id")
    token, now = secrets.token_urlsafe(24), kernel.clock.now()
    async with transaction():
        await Invitation.create(
            token_hash=hash_token(token),
            name=name,
            role=role,
            division_id=division_id,
            invited_by=by.account_id,
            created_at=now,
            expires_at=now + INVITATION_LIFE,
        )
        await record(kernel, Subject("account", by.account_id), Tag.ACCOUNT_INVITED, by=by.actor, role=role)
    return token


async def accept_invitation(kernel: Kernel, *, token: str, login: str, password: str) -> NewLogin:
    """Open the invited account. Raises InvitationNotValid, LoginTaken, PasswordTooWeak."""
    if len(password) < SHORTEST_PASSWORD:
        raise PasswordTooWeak(field="password")
    if not await Invitation.exists(token_hash=hash_token(token)):
        # Before the password is hashed, which is dear on purpose: guessing must not keep our processors busy.
        raise InvitationNotValid
    password_hash = await asyncio.to_thread(_hasher.hash, password)
    now, account_id, secret = kernel.clock.now(), uuid7(), pyotp.random_base32()
    async with transaction():
        invitation = await Invitation.filter(token_hash=hash_token(token)).select_for_update().first()
        if invitation is None or invitation.accepted_at or invitation.expires_at <= now:
            raise InvitationNotValid
        try:
            await Account.create(
                id=account_id,
                name=invitation.name,
                login=login,
                password_hash=password_hash,
                totp_secret=kernel.keys.encrypt(secret.encode(), f"accounts|totp_secret|{account_id}"),
                created_at=now,
            )
        except IntegrityError:
            raise LoginTaken(field="login") from None
        await Invitation.filter(id=invitation.id).update(accepted_at=now)
        await record(
            kernel, Subject("account", account_id), Tag.ACCOUNT_INVITATION_ACCEPTED, by=Actor(account_id, "visitor")
        )
        inviter = Actor(invitation.invited_by, "inviter")
        await grant(kernel, account_id=account_id, role=invitation.role, by=inviter, division_id=invitation.division_id)
    return NewLogin(account_id, pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name="云团圆"))


async def sign_in_at_office(kernel: Kernel, *, login: str, password: str, one_time_code: str) -> str:
    """A session token. Each one-time code works once. Raises SignInFailed, without saying what was wrong."""
    account = await Account.get_or_none(login=login)
    known = account.password_hash if account else None
    right = await asyncio.to_thread(lambda: _matches(known or _nobodys_hash(), password))
    if not right or account is None or account.totp_secret is None:
        raise SignInFailed
    step = _step_of(kernel, account, one_time_code)
    async with transaction():
        fresh = await Account.filter(id=account.id).select_for_update().get()
        if step is None or (fresh.totp_last_step is not None and step <= fresh.totp_last_step):
            raise SignInFailed
        await Account.filter(id=account.id).update(totp_last_step=step)
        return await open_session(kernel, account.id, SignInWay.OFFICE)


@cache
def _nobodys_hash() -> str:
    """Checked when the login is unknown, so that a wrong login takes as long as a wrong password."""
    return _hasher.hash(secrets.token_urlsafe(16))


def _matches(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except (VerifyMismatchError, VerificationError):
        return False


def _step_of(kernel: Kernel, account: Account, code: str) -> int | None:
    """The time step the code belongs to, now or one either side; None for a wrong code."""
    sealed = bytes(account.totp_secret or b"")
    totp = pyotp.TOTP(kernel.keys.decrypt(sealed, f"accounts|totp_secret|{account.id}").decode())
    present = int(kernel.clock.now().timestamp()) // _STEP
    steps = (present - 1, present, present + 1)
    return next((step for step in steps if hmac.compare_digest(totp.at(step * _STEP).encode(), code.encode())), None)
