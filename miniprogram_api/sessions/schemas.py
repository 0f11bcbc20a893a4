"""Signing in and out."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.roles import Role
from miniprogram_api.schemas import Name

Code = Annotated[str, Meta(min_length=1, max_length=128)]
Token = Annotated[str, Meta(min_length=16, max_length=128)]


class CodeIn(msgspec.Struct, forbid_unknown_fields=True):
    """A code from wx.login or getPhoneNumber."""

    code: Code


class DemoKeyIn(msgspec.Struct, forbid_unknown_fields=True):
    """The key of a printed demo link."""

    key: Code


class OfficeIn(msgspec.Struct, forbid_unknown_fields=True):
    """Password and one-time code."""

    login: Name
    password: Annotated[str, Meta(min_length=1, max_length=200)]
    one_time_code: Annotated[str, Meta(pattern=r"^\d{6}$")]


class InvitationIn(msgspec.Struct, forbid_unknown_fields=True):
    """Whom to invite, as what, where."""

    name: Name
    role: Role
    division_id: UUID


class Invited(msgspec.Struct):
    """The path to hand to the invited person; shown once."""

    path: str


class AcceptIn(msgspec.Struct, forbid_unknown_fields=True):
    """The invited person chooses login and password."""

    token: Token
    login: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9.-]{2,39}$")]
    password: Annotated[str, Meta(min_length=1, max_length=200)]


class Accepted(msgspec.Struct):
    """For the one-time-code app; shown once."""

    totp_uri: str


class DesktopBegun(msgspec.Struct):
    """`path` goes into the QR; `secret` never leaves the page."""

    id: UUID
    secret: str
    path: str


class DesktopTakeIn(msgspec.Struct, forbid_unknown_fields=True):
    """The desktop's own secret."""

    secret: Token


class SignedIn(msgspec.Struct):
    """The session token; the device keeps the only copy."""

    token: str


class RoleHeld(msgspec.Struct):
    """One role the person holds."""

    membership_id: UUID
    role: Role
    description: str
    division_id: UUID | None
    division: str | None


class Session(msgspec.Struct):
    """Who is signed in, as what, and what else they could act as."""

    account_id: UUID
    name: str
    role: Role | None
    membership_id: UUID | None
    roles: list[RoleHeld]


class ActAsIn(msgspec.Struct, forbid_unknown_fields=True):
    """The role to continue under."""

    membership_id: UUID
