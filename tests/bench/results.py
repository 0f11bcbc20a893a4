"""What a benchmark hands back."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Result:
    """`value` in `unit`, the `runs` it is the middle of, and whom it is `versus` when it is a ratio (ours / theirs)."""

    value: float
    unit: str
    runs: tuple[float, ...] = ()
    versus: str | None = None


def middle(runs: list[float], unit: str, versus: str | None = None) -> Result:
    """The median of `runs`."""
    return Result(median(runs), unit, tuple(runs), versus)
