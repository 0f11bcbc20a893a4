"""The word for a network, and what is kept of a call's quality."""

from media.quality import Network, Quality, Record, Way

GOOD = Quality(Way(0.01, 5, 500), Way(0.02, 8, 900), 80)
LOSSY = Quality(Way(0.2, 40, 500), Way(0.02, 8, 900), 300, freezes=2, frozen_ms=1_500)


def after(*looks: Quality, paused: int = 0, shown: int = 1) -> Record:
    record = Record()
    for quality in looks:
        record.look(quality, paused=paused, shown=shown)
    return record


class TestWord:
    def test_is_good_and_stays_so_through_one_bad_moment(self) -> None:
        assert after(GOOD, LOSSY, GOOD, LOSSY).network is Network.GOOD

    def test_is_weak_after_losses_that_last_and_good_again_later(self) -> None:
        record, words = after(GOOD), []
        for quality in (LOSSY, LOSSY, GOOD, GOOD, GOOD):
            record.look(quality, paused=0, shown=1)
            words.append(record.network)
        assert words == [Network.GOOD, Network.WEAK, Network.WEAK, Network.WEAK, Network.GOOD]

    def test_says_at_once_when_pictures_are_held_back(self) -> None:
        assert after(GOOD, paused=1, shown=1).network is Network.WEAK
        assert after(GOOD, paused=1, shown=0).network is Network.SOUND_ONLY


class TestSummary:
    def test_holds_mean_and_worst_and_the_pages_own_count(self) -> None:
        summary = after(GOOD, LOSSY).summary()
        assert (summary["round_trip_mean"], summary["round_trip_worst"]) == (190, 300)
        assert (summary["loss_up_mean"], summary["loss_up_worst"]) == (0.105, 0.2)
        assert (summary["freezes"], summary["frozen_ms"]) == (2, 1_500)

    def test_of_nothing_is_empty(self) -> None:
        assert Record().summary() == {}
