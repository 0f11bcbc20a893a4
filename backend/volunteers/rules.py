"""How a volunteer comes to be trusted with an elder (design: apply, approve, train, pair)."""

from enum import StrEnum

from backend.volunteers.errors import VolunteerNotReady, VolunteerStateChanged


class VolunteerState(StrEnum):
    APPLIED = "applied"
    APPROVED = "approved"
    TRAINED = "trained"
    ENDED = "ended"


RISK_NOTICE_VERSION = "2026-1"
RISK_NOTICE = (
    "上门探访可能遇到犬只、夜路、传染病等风险，请结伴而行、量力而为；"
    "不替老人保管钱物，不承诺办不到的事；看到、听到的家事要替老人保密；发现老人有危险，先拨 120 或 110，再报村委会。"
)


def approved(state: VolunteerState) -> VolunteerState:
    """Raises VolunteerStateChanged unless the application is waiting."""
    if state is not VolunteerState.APPLIED:
        raise VolunteerStateChanged
    return VolunteerState.APPROVED


def trained(state: VolunteerState) -> VolunteerState:
    """Raises VolunteerStateChanged unless approved and not yet trained."""
    if state is not VolunteerState.APPROVED:
        raise VolunteerStateChanged
    return VolunteerState.TRAINED


def require_pairable(state: VolunteerState) -> None:
    """Only the trained are paired. Raises VolunteerNotReady."""
    if state is not VolunteerState.TRAINED:
        raise VolunteerNotReady
