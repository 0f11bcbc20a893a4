"""`python -m tests.bench [prefix]`: run the benchmarks whose names start so, print a table, write build/bench.json.

A benchmark is a module anywhere below `tests/bench/` with

    NAMES = ("call.first_frame_p95",)              # what it measures
    async def run() -> dict[str, Result]: ...      # measures all of it

Figures of names that were not run this time stay in the file as they were. A benchmark that fails prints why; the
others still run, and the exit code is 1.
"""

import asyncio
import importlib
import json
import pkgutil
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import tests.bench
from tests.bench.results import Result

ROOT = Path(__file__).resolve().parent.parent.parent
FILE = ROOT / "build" / "bench.json"

Run = Callable[[], Awaitable[dict[str, Result]]]


def benchmarks(prefix: str) -> Iterator[tuple[str, Run]]:
    """Modules that measure something whose name starts with `prefix`: their names and what runs them."""
    for found in pkgutil.walk_packages(tests.bench.__path__, "tests.bench."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        if any(name.startswith(prefix) for name in getattr(module, "NAMES", ())):
            yield found.name, module.run


def measure(prefix: str) -> tuple[dict[str, Result], bool]:
    """Every figure whose name starts with `prefix`, and whether all could be measured."""
    figures: dict[str, Result] = {}
    whole = True
    for module, run in benchmarks(prefix):
        say(f"{module} …")
        try:
            figures |= asyncio.run(_awaited(run))
        except Exception:
            traceback.print_exc()
            whole = False
    return {name: figure for name, figure in sorted(figures.items()) if name.startswith(prefix)}, whole


async def _awaited(run: Run) -> dict[str, Result]:
    return await run()


def table(figures: dict[str, Result]) -> str:
    """One line a figure: name, value, unit, the spread of its runs, and versus whom."""
    rows = [("name", "value", "unit", "runs", "versus")]
    for name, each in figures.items():
        spread = f"{min(each.runs):.3g} .. {max(each.runs):.3g} ({len(each.runs)})" if each.runs else ""
        rows.append((name, f"{each.value:.3g}", each.unit, spread, each.versus or ""))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def keep(figures: dict[str, Result]) -> None:
    """Write the figures into the file, beside those of earlier runs."""
    before = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    after = before | {name: asdict(figure) for name, figure in figures.items()}
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(dict(sorted(after.items())), indent=2, ensure_ascii=False) + "\n", "utf-8")


def say(text: str) -> None:
    """One line to whoever is waiting."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """0 when something was measured and nothing failed."""
    prefix = sys.argv[1] if len(sys.argv) > 1 else ""
    figures, whole = measure(prefix)
    keep(figures)
    say(table(figures))
    if not figures:
        say(f"no benchmark's name starts with {prefix!r}")
    return 0 if figures and whole else 1


if __name__ == "__main__":
    sys.exit(main())
