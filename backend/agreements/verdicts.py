"""What the public check page says of a paper, pure: never more than its holder knows already."""

import re
from datetime import date
from enum import StrEnum

from backend.agreements.rules import AgreementState, Phase, phase


class PaperVerdict(StrEnum):
    """Of a number with its code, or of the PDF itself.

    What was altered is refused with PaperAltered, what we do not know at all with CheckFailed.
    """

    VALID = "valid"
    SUPERSEDED = "superseded"
    SUSPENDED = "suspended"
    ENDED = "ended"


_BY_STATE = {
    AgreementState.FILED: PaperVerdict.VALID,
    AgreementState.SUSPENDED: PaperVerdict.SUSPENDED,
    AgreementState.SUPERSEDED: PaperVerdict.SUPERSEDED,
}


def verdict(state: AgreementState, starts_on: date, ends_on: date, today: date) -> PaperVerdict:
    """Of a filed agreement on `today`; what the calendar has ended is ended before anybody has said so."""
    if phase(state, starts_on, ends_on, today) is Phase.OVER:
        return PaperVerdict.ENDED
    return _BY_STATE.get(state, PaperVerdict.ENDED)


# As the seal gives its reason and the page its address: a record number, in single bytes or in UTF-16.
_NUMBER = rb"\d{12}-\d{4}-\d{4}"
_WIDE = rb"(?:\x00\d){12}\x00-(?:\x00\d){4}\x00-(?:\x00\d){4}"
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
_REFERENCE = re.compile(_NUMBER + b"|" + _WIDE)


def names_an_agreement(pdf: bytes) -> bool:
    """Whether the file bears a record number of ours in the open, in its seal or its address."""
    # A PDF writes bytes that are no letters as `\000`.
    plain = _OCTAL.sub(lambda escape: bytes([int(escape[1], 8)]), pdf)
    return _REFERENCE.search(plain) is not None
