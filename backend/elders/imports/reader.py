"""A register read in a process of its own: `python -m backend.elders.imports.reader 2026-03-10`, the file in,
batches out.

Reading is long pure computing on bytes that somebody sent. In a thread it would take turns with the worker's event
loop; apart, the worker keeps its pace, its memory and its secrets: the child has no environment, a bound on memory,
and stands still at the pipe when the database is slower. What it says when it breaks is thrown away, because that may
repeat what a cell holds. Nothing touches the disk.
"""

import asyncio
import resource
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncGenerator, Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec

from backend.elders.imports.rows import Candidate, Problem, RegisterFile
from backend.kit.errors import Refusal
from backend.spreadsheets.errors import SheetTooLarge

BATCH = 200
MOST_MEMORY = 1 << 30
_ROOT = Path(__file__).resolve().parents[3]


class ReaderDied(Exception):
    """The child ended before the file did."""


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Some rows, and how far the file is read; `ended` is the last, with the file's refusal if it has one."""

    rows_read: int = 0
    rows_at_most: int = 0
    candidates: list[Candidate] = []
    problems: list[Problem] = []
    ignored: tuple[str, ...] = ()
    refusal: str | None = None
    ended: bool = False


async def batches(data: bytes, today: date) -> AsyncGenerator[Batch]:
    """The file's batches, the last one `ended`. Close it to end the child. Raises ReaderDied."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "backend.elders.imports.reader", today.isoformat()),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd=_ROOT,
        env={},
        start_new_session=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    feeding = asyncio.create_task(_feed(child.stdin, data))
    del data
    decode = msgspec.msgpack.Decoder(Batch).decode
    try:
        while True:
            size = int.from_bytes(await child.stdout.readexactly(4))
            batch = decode(await child.stdout.readexactly(size))
            yield batch
            if batch.ended:
                return
    except asyncio.IncompleteReadError:
        raise ReaderDied from None
    finally:
        feeding.cancel()
        with suppress(ProcessLookupError):
            child.kill()
        await child.wait()


async def _feed(pipe: asyncio.StreamWriter, data: bytes) -> None:
    # A child that died early is noticed by its silence.
    with suppress(ConnectionError):
        pipe.write(data)
        await pipe.drain()
        pipe.close()
        await pipe.wait_closed()


def read(data: bytes, today: date) -> Iterator[Batch]:
    """What the child says."""
    refusal, read, at_most = None, 0, 0
    try:
        file = RegisterFile(data, today)
        yield Batch(rows_at_most=file.rows_at_most, ignored=file.ignored)
        rows = iter(file)
        while found := list(islice(rows, BATCH)):
            read, at_most = file.rows_read, file.rows_at_most
            yield Batch(
                rows_read=read,
                rows_at_most=at_most,
                candidates=[each for each in found if isinstance(each, Candidate)],
                problems=[each for each in found if isinstance(each, Problem)],
            )
    except Refusal as refused:
        refusal = refused.code
    except MemoryError:
        refusal = SheetTooLarge.code
    yield Batch(rows_read=read, rows_at_most=at_most, refusal=refusal, ended=True)


def main() -> None:
    """Standard input to its end, then batches, each after its length in four bytes."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    encode, out = msgspec.msgpack.Encoder().encode, sys.stdout.buffer
    for batch in read(sys.stdin.buffer.read(), date.fromisoformat(sys.argv[1])):
        told = encode(batch)
        out.write(len(told).to_bytes(4) + told)
        out.flush()


if __name__ == "__main__":
    main()
