"""Who logs in, as what, for whom."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.accounts.roles import Role
from backend.accounts.rules import SignInWay
from backend.kit.ids import uuid7
from backend.kit.personal import LOOKUP, NAME, SECRET_TEXT, Personal, ordinary


class Account(Model):
    """One person who signs in. Elders never do."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    name = fields.CharField(40)
    phone = fields.BinaryField(null=True)
    phone_hash = fields.BinaryField(null=True)
    phone_verified_at = fields.DatetimeField(null=True)
    openid = fields.BinaryField(null=True)
    openid_hash = fields.BinaryField(null=True)
    login = fields.CharField(40, null=True)
    password_hash = fields.CharField(200, null=True)
    totp_secret = fields.BinaryField(null=True)
    totp_last_step = fields.IntField(null=True)
    created_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "name": NAME,
        "phone": SECRET_TEXT,
        "phone_hash": LOOKUP,
        "openid": SECRET_TEXT,
        "openid_hash": LOOKUP,
        "login": NAME,
        "password_hash": LOOKUP,
        "totp_secret": Personal("encrypted", "nobody", "blank"),
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id phone_verified_at totp_last_step created_at")

    class Meta:
        table = "accounts"


class Membership(Model):
    """A role from one day until another: in a division (offices), or for tied elders (everyone else)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField(db_index=True)
    role = fields.CharEnumField(Role, max_length=12)
    division_id = fields.UUIDField(null=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)
    granted_by = fields.UUIDField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id account_id role division_id starts_on ends_on granted_by")

    class Meta:
        table = "memberships"


class Tie(Model):
    """A membership reaches this elder from one day until another. Features write it, Scope reads it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    membership_id = fields.UUIDField()
    elder_id = fields.UUIDField(db_index=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id membership_id elder_id starts_on ends_on")

    class Meta:
        table = "ties"
        indexes = (("membership_id", "elder_id"),)


class Session(Model):
    """An opaque token, hashed. The device keeps the only copy of the token itself."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    token_hash = fields.BinaryField()
    account_id = fields.UUIDField(db_index=True)
    membership_id = fields.UUIDField(null=True)
    channel = fields.CharEnumField(SignInWay, max_length=8)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"token_hash": LOOKUP}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id account_id membership_id channel created_at expires_at ended_at")

    class Meta:
        table = "sessions"


class PhoneLoss(Model):
    """A phone said to be lost since then, until the committee has bound the account anew (电子签名法 art. 15)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField()
    since = fields.DatetimeField()
    reported_by = fields.UUIDField()
    reported_at = fields.DatetimeField()
    bound_anew_by = fields.UUIDField(null=True)
    bound_anew_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id account_id since reported_by reported_at bound_anew_by bound_anew_at"
    )

    class Meta:
        table = "phone_losses"


class Invitation(Model):
    """An official is invited to an office login, the link works once."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    token_hash = fields.BinaryField()
    name = fields.CharField(40)
    role = fields.CharEnumField(Role, max_length=12)
    division_id = fields.UUIDField()
    invited_by = fields.UUIDField(null=True)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"name": NAME, "token_hash": LOOKUP}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id role division_id invited_by created_at expires_at accepted_at")

    class Meta:
        table = "invitations"


class DesktopSignIn(Model):
    """A QR on the office desktop, waiting to be confirmed in the mini-program."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    secret_hash = fields.BinaryField()
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    account_id = fields.UUIDField(null=True)
    membership_id = fields.UUIDField(null=True)
    taken_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"secret_hash": LOOKUP}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id created_at expires_at account_id membership_id taken_at")

    class Meta:
        table = "desktop_sign_ins"
