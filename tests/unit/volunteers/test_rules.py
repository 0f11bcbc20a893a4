"""Apply, approve, train, pair: in this order and in no other."""

import pytest

from backend.volunteers.errors import VolunteerNotReady, VolunteerStateChanged
from backend.volunteers.rules import VolunteerState, approved, require_pairable, trained

STATES = set(VolunteerState)


class TestSteps:
    def test_lead_from_the_application_to_a_trained_volunteer(self) -> None:
        state = trained(approved(VolunteerState.APPLIED))
        require_pairable(state)
        assert state is VolunteerState.TRAINED

    @pytest.mark.parametrize("state", sorted(STATES - {VolunteerState.APPLIED}))
    def test_approves_only_what_waits(self, state: VolunteerState) -> None:
        with pytest.raises(VolunteerStateChanged):
            approved(state)

    @pytest.mark.parametrize("state", sorted(STATES - {VolunteerState.APPROVED}))
    def test_trains_only_the_approved(self, state: VolunteerState) -> None:
        with pytest.raises(VolunteerStateChanged):
            trained(state)

    @pytest.mark.parametrize("state", sorted(STATES - {VolunteerState.TRAINED}))
    def test_pairs_only_the_trained(self, state: VolunteerState) -> None:
        with pytest.raises(VolunteerNotReady):
            require_pairable(state)
