"""Consents on the wire."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from backend.consents.purposes import Purpose
from backend.consents.rules import ConsentState, Expressed
from miniprogram_api.schemas import Name

Version = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class ElderConsentIn(msgspec.Struct, forbid_unknown_fields=True):
    """The elder agrees to the words `version`, said in this way before a witness."""

    purpose: Purpose
    version: Version
    expressed: Expressed
    witness: Name | None = None


class ElderWithdrawalIn(msgspec.Struct, forbid_unknown_fields=True):
    """The elder does not agree, or no longer."""

    purpose: Purpose
    expressed: Expressed
    witness: Name | None = None


class OwnConsentIn(msgspec.Struct, forbid_unknown_fields=True):
    """I agree to the words `version`."""

    purpose: Purpose
    version: Version


class OwnWithdrawalIn(msgspec.Struct, forbid_unknown_fields=True):
    """I no longer agree."""

    purpose: Purpose


class SaidBefore(msgspec.Struct):
    """One yes or no, and to which words."""

    given: bool
    version: str
    expressed: Expressed
    witness: str | None
    recorded_by: str
    said_at: datetime


class PurposeOut(msgspec.Struct):
    """A purpose in the words told today, and what was said of it, the latest first.

    A `duty` is told and not asked; what is `sensitive` is asked apart.
    """

    purpose: Purpose
    version: str
    title: str
    text: str
    duty: bool
    sensitive: bool
    state: ConsentState
    history: list[SaidBefore]


class SharingIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the elder lets the family see of visits and what not, said in this way before a witness.

    A part that is not named stays as it is.
    """

    parts: Annotated[dict[Purpose, bool], Meta(min_length=1, max_length=16)]
    expressed: Expressed
    witness: Name | None = None


class ElderSharing(msgspec.Struct):
    """The parts of a visit in the words the elder is asked, and what was said of each.

    `allowed`: false while the elder wants the family to see nothing at all.
    """

    allowed: bool
    parts: list[PurposeOut]


class Consents(msgspec.Struct):
    """Everything one person is told and asked."""

    items: list[PurposeOut]
