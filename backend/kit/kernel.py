"""What every action needs beside its arguments: the time and the keys."""

from dataclasses import dataclass

from backend.kit.clock import Clock
from backend.kit.secrets import KeyRing


@dataclass(frozen=True, slots=True)
class Kernel:
    """Handed in, never global, so a test sets the clock and a process holds its own keys."""

    clock: Clock
    keys: KeyRing
