"""What a node shows Prometheus, without a name or an id in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prometheus_client import Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from media.quality import Quality

if TYPE_CHECKING:
    from media.app import Node

_TIMES = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
_SHARES = (0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
ROUND_TRIP = Histogram("media_round_trip_seconds", "To a participant and back, once a second each", buckets=_TIMES)
LOSS = Histogram("media_loss_ratio", "Packets lost, once a second for each participant", ["way"], buckets=_SHARES)
JITTER = Histogram("media_jitter_seconds", "RTP jitter, once a second for each participant", ["way"], buckets=_TIMES)


def observe(quality: Quality) -> None:
    """One look at one participant; a round trip that nobody measured yet is none."""
    if quality.round_trip:
        ROUND_TRIP.observe(quality.round_trip / 1_000)
    for name, way in (("up", quality.up), ("down", quality.down)):
        LOSS.labels(name).observe(way.loss)
        JITTER.labels(name).observe(way.jitter / 1_000)


class NodeCollector(Collector):
    """The counters of one running node, read when asked."""

    def __init__(self, node: "Node") -> None:
        self._node = node

    def describe(self) -> list[Metric]:
        """Nothing beforehand: tests run several nodes in one process."""
        return []

    def collect(self) -> Iterator[Metric]:
        hub, engine = self._node.hub, self._node.engine
        yield GaugeMetricFamily("media_rooms", "Open rooms", len(hub))
        people = GaugeMetricFamily("media_participants", "People by where they are", labels=["standing"])
        networks = GaugeMetricFamily("media_networks", "People inside by their network", labels=["state"])
        for standing, count in hub.standings().items():
            people.add_metric([standing], count)
        for network, count in hub.networks().items():
            networks.add_metric([network], count)
        yield people
        yield networks
        yield GaugeMetricFamily("media_events_waiting", "Room events not yet taken", len(self._node.events))
        datagrams = CounterMetricFamily("media_datagrams", "Datagrams on the media port", labels=["way"])
        datagrams.add_metric(["in"], engine.udp.arrived)
        datagrams.add_metric(["out"], engine.udp.departed)
        yield datagrams
        dropped = CounterMetricFamily("media_dropped", "Datagrams that went nowhere, by reason", labels=["reason"])
        for reason, count in {**engine.port.dropped, "unsent": engine.udp.dropped, "failed": engine.udp.failed}.items():
            dropped.add_metric([reason], count)
        yield dropped
