"""Duties and contacts, pure."""

from enum import StrEnum


class Duty(StrEnum):
    """What the person is to the elder in law."""

    SUPPORTER = "supporter"
    CAREGIVER = "caregiver"


class ContactKind(StrEnum):
    """How they talked."""

    FAMILY_CALL = "family_call"
    DECLARED = "declared"
