"""Signing in at a desktop by a QR that the mini-program confirms."""

import secrets
from datetime import timedelta
from uuid import UUID

from backend.accounts.actions import open_session
from backend.accounts.errors import SignInFailed, SignInLater
from backend.accounts.models import DesktopSignIn
from backend.accounts.queries import hash_token
from backend.accounts.rules import SignInWay
from backend.accounts.viewer import Viewer
from backend.db import transaction
from backend.kit.kernel import Kernel

LIFE = timedelta(minutes=3)


async def begin(kernel: Kernel) -> tuple[UUID, str]:
    """A waiting sign-in: its id goes into the QR, its secret stays in the desktop's page."""
    secret, now = secrets.token_urlsafe(24), kernel.clock.now()
    made = await DesktopSignIn.create(secret_hash=hash_token(secret), created_at=now, expires_at=now + LIFE)
    return made.id, secret


async def confirm(kernel: Kernel, *, sign_in_id: UUID, by: Viewer) -> None:
    """The signed-in person lets that desktop in, under the present role. Raises SignInFailed."""
    async with transaction():
        waiting = await DesktopSignIn.filter(id=sign_in_id).select_for_update().first()
        if waiting is None or waiting.account_id or waiting.expires_at <= kernel.clock.now():
            raise SignInFailed
        await DesktopSignIn.filter(id=sign_in_id).update(account_id=by.account_id, membership_id=by.membership_id)


async def take(kernel: Kernel, *, sign_in_id: UUID, secret: str) -> str:
    """The desktop fetches its session token, once. Raises SignInLater until confirmed, SignInFailed otherwise."""
    async with transaction():
        waiting = await DesktopSignIn.filter(id=sign_in_id, secret_hash=hash_token(secret)).select_for_update().first()
        if waiting is None or waiting.taken_at or waiting.expires_at <= kernel.clock.now():
            raise SignInFailed
        if waiting.account_id is None:
            raise SignInLater
        await DesktopSignIn.filter(id=sign_in_id).update(taken_at=kernel.clock.now())
        return await open_session(kernel, waiting.account_id, SignInWay.QR, membership_id=waiting.membership_id)
