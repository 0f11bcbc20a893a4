"""The last packets of one stream, kept once for all who may ask for them again."""

from media.engine.rtp import SEQUENCES


class Ring:
    """Plain packets by sequence number; the newest `size` of them. `size` divides 65,536."""

    def __init__(self, size: int = 512) -> None:
        self._size = size
        self._slots: list[tuple[int, bytes] | None] = [None] * size

    def put(self, sequence: int, packet: bytes) -> None:
        self._slots[sequence % self._size] = (sequence, packet)

    def get(self, sequence: int) -> bytes | None:
        """The packet, unless it never came or was overwritten."""
        slot = self._slots[sequence % SEQUENCES % self._size]
        return slot[1] if slot is not None and slot[0] == sequence % SEQUENCES else None
