"""Who sits with the elder in the picture, pure: minors are marked, and shown only with their guardian's word."""

from collections.abc import Iterable

import msgspec

from backend.calls.errors import MinorNotCovered
from backend.visits.rules import Present


class Companion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One beside the elder. A minor is shown when the `guardian_agrees` (个人信息保护法 art. 31), or sits `hidden`,
    out of the camera's sight."""

    who: Present
    minor: bool = False
    guardian_agrees: bool = False
    hidden: bool = False


def check_company(company: Iterable[Companion]) -> None:
    """Raises MinorNotCovered."""
    if any(each.minor and not (each.guardian_agrees or each.hidden) for each in company):
        raise MinorNotCovered(field="present")
