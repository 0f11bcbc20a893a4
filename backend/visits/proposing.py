"""Changes to the file that a visitor proposes and the village accepts or declines (R073), pure."""

import re
from collections.abc import Mapping
from enum import StrEnum

import msgspec

from backend.elders.tiers import Mobility
from backend.visits.errors import ProposalIsDecided, ProposalNotPossible


class ProposedField(StrEnum):
    """What of the file is said to have changed."""

    PHONE = "phone"
    LIVING_ALONE = "living_alone"
    MOBILITY = "mobility"
    CHILD_MOVED = "child_moved"


class ProposalState(StrEnum):
    """Open until the village decides."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class NewProposal(msgspec.Struct, frozen=True):
    """What is new: the phone number; yes or no of living alone; how well the elder moves; a child is home or away.

    `words` say more: which child, since when.
    """

    field: ProposedField
    value: str
    words: str | None = None


_VALUES: Mapping[ProposedField, re.Pattern[str]] = {
    ProposedField.PHONE: re.compile(r"1[0-9]{10}"),
    ProposedField.LIVING_ALONE: re.compile("yes|no"),
    ProposedField.MOBILITY: re.compile("|".join(each for each in Mobility if each is not Mobility.UNKNOWN)),
    ProposedField.CHILD_MOVED: re.compile("home|away"),
}


def check_proposal(proposal: NewProposal) -> None:
    """The value is one the field takes. Raises ProposalNotPossible."""
    if not _VALUES[proposal.field].fullmatch(proposal.value):
        raise ProposalNotPossible(field="proposals")


def check_decidable(state: ProposalState) -> None:
    """Decided once. Raises ProposalIsDecided."""
    if state is not ProposalState.OPEN:
        raise ProposalIsDecided
