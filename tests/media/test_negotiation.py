"""One offer at a time."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from media.errors import Refused
from media.negotiation import Negotiation, Phase


class TestNegotiation:
    def test_changes_during_an_offer_are_told_by_one_more(self) -> None:
        talk = Negotiation()
        assert talk.wanted()
        assert not talk.wanted()
        assert not talk.wanted()
        assert talk.answered(1)
        assert not talk.answered(2)
        assert talk.phase is Phase.IDLE

    def test_answer_to_nothing_breaks_the_protocol(self) -> None:
        with pytest.raises(Refused, match="protocol"):
            Negotiation().answered(0)

    def test_answer_to_an_older_offer_breaks_the_protocol(self) -> None:
        talk = Negotiation()
        talk.wanted()
        talk.wanted()
        talk.answered(1)
        with pytest.raises(Refused, match="protocol"):
            talk.answered(1)

    def test_lost_offer_is_made_again(self) -> None:
        talk = Negotiation()
        assert not talk.lost()
        talk.wanted()
        assert talk.lost()
        assert talk.number == 2
        assert not talk.answered(2)


class Talking(RuleBasedStateMachine):
    """Whatever the order of events: after the last answer, the client has been offered the last change."""

    def __init__(self) -> None:
        super().__init__()
        self.talk = Negotiation()
        self.change = 0
        self.offered: list[int] = []

    def _offer_if(self, now: bool) -> None:
        if now:
            self.offered.append(self.change)

    @rule()
    def something_changes(self) -> None:
        self.change += 1
        self._offer_if(self.talk.wanted())

    @precondition(lambda self: self.talk.phase is not Phase.IDLE)
    @rule()
    def client_answers(self) -> None:
        self._offer_if(self.talk.answered(self.talk.number))

    @rule()
    def websocket_is_lost_and_resumed(self) -> None:
        self._offer_if(self.talk.lost())

    @precondition(lambda self: self.talk.number > 1)
    @rule(back=st.integers(1, 5))
    def stale_answer_changes_nothing(self, back: int) -> None:
        before = (self.talk.phase, self.talk.number)
        with pytest.raises(Refused):
            self.talk.answered(self.talk.number - back)
        assert (self.talk.phase, self.talk.number) == before

    @invariant()
    def idle_means_up_to_date(self) -> None:
        assert len(self.offered) == self.talk.number
        if self.talk.phase is Phase.IDLE and self.change:
            assert self.offered[-1] == self.change


TestTalking = Talking.TestCase
