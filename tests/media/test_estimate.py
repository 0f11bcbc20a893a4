"""Rates: up to us, down from us."""

from media.engine.estimate import CEILING, FLOOR, OPENING, Downlink, Uplink
from media.engine.hop import send_time


def sent_over(uplink: Uplink, *, seconds: float, rate: int, delay_growth: float = 0.0, start: float = 100.0) -> None:
    """Packets of 1,000 bytes at `rate` bits per second, each later by `delay_growth` seconds a second."""
    gap, at = 8_000 / rate, 0.0
    while at < seconds:
        stamp = int.from_bytes(send_time(start + at), "big")
        uplink.add(stamp, 1_000, start + at * (1 + delay_growth))
        at += gap


class TestUplink:
    def test_opens_above_what_a_browser_starts_with(self) -> None:
        assert Uplink(100.0).allowed([]) == OPENING > 300_000

    def test_still_picture_does_not_shrink_it(self) -> None:
        uplink = Uplink(100.0)
        sent_over(uplink, seconds=10, rate=50_000)
        assert uplink.allowed([]) >= OPENING

    def test_grows_with_what_gets_through(self) -> None:
        uplink = Uplink(100.0)
        sent_over(uplink, seconds=20, rate=1_000_000)
        assert uplink.allowed([]) > OPENING * 1.3

    def test_never_leaves_its_bounds(self) -> None:
        uplink = Uplink(100.0)
        sent_over(uplink, seconds=30, rate=6_000_000)
        assert uplink.allowed([]) == CEILING
        assert uplink.allowed([10]) == FLOOR

    def test_shrinks_when_packets_come_later_and_later(self) -> None:
        uplink = Uplink(100.0)
        sent_over(uplink, seconds=10, rate=500_000, delay_growth=0.5)
        assert uplink.allowed([]) < OPENING

    def test_weakest_subscriber_decides(self) -> None:
        assert Uplink(100.0).allowed([900_000, 200_000]) == 200_000


class TestDownlink:
    def test_is_no_limit_while_the_estimate_is_above_what_is_sent(self) -> None:
        downlink = Downlink()
        for second in range(10):
            downlink.heard_estimate(100_000, second * 5_000, float(second + 1))
        assert downlink.limit is None

    def test_is_limited_once_the_estimate_falls_below_what_is_sent(self) -> None:
        downlink = Downlink()
        for second in range(3):
            downlink.heard_estimate(400_000, second * 125_000, float(second + 1))
        assert downlink.limit == 400_000
        assert downlink.strained(3.5)
        assert not downlink.strained(5)

    def test_grows_again_when_the_strain_is_over(self) -> None:
        downlink = Downlink()
        for second in range(3):
            downlink.heard_estimate(400_000, second * 125_000, float(second + 1))
        for second in range(3, 20):
            downlink.heard_estimate(400_000, 250_000 + (second - 2) * 40_000, float(second + 1))
        assert downlink.limit is not None
        assert downlink.limit > 1_000_000

    def test_is_limited_by_many_losses_and_not_by_the_few_of_any_radio(self) -> None:
        few, many = Downlink(), Downlink()
        for second in range(5):
            few.heard_loss(0.05, second * 125_000, float(second + 1))
            many.heard_loss(0.4, second * 125_000, float(second + 1))
        assert few.limit is None
        assert many.limit == 800_000

    def test_is_limited_to_what_gets_through_when_packets_queue_up(self) -> None:
        downlink, now = Downlink(), 100.0
        for step in range(40):
            late = max(0, step - 20) * 0.03
            downlink.heard_arrivals(0, 3_000, [0.05 + late, 0.08 + late], now + step * 0.1)
        assert downlink.limit is not None
        assert 150_000 < downlink.limit < 240_000

    def test_takes_a_steady_delay_of_any_length_for_the_way_it_is(self) -> None:
        downlink = Downlink()
        for step in range(300):
            downlink.heard_arrivals(0, 3_000, [-5_000.0, -4_999.9], step * 0.1)
        assert downlink.limit is None

    def test_is_limited_by_arrivals_that_fail_to_come(self) -> None:
        downlink = Downlink()
        for step in range(30):
            downlink.heard_arrivals(3, 7_000, [0.05] * 7, step * 0.1)
        assert downlink.limit is not None
        assert downlink.strained(3.0)
