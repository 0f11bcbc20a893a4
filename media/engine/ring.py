"""The last packets of one stream, kept once for all who may ask for them again."""

from media.engine.rtp import SEQUENCES


class Ring:
    """Plain packets by sequence number; the newest `size` of them. `size` divides 65,536."""

    def __init__(self, size: int = 512) -> None:
        self._size = size
        self._sequences = [-1] * size
        # Bytes in a list of their own are nothing the garbage collector walks, as pairs would be.
        self._packets = [b""] * size

    def put(self, sequence: int, packet: bytes) -> None:
        slot = sequence % self._size
        self._sequences[slot] = sequence
        self._packets[slot] = packet

    def get(self, sequence: int) -> bytes | None:
        """The packet, unless it never came or was overwritten."""
        sequence %= SEQUENCES
        slot = sequence % self._size
        return self._packets[slot] if self._sequences[slot] == sequence else None
