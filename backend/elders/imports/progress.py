"""How far an import has come, told past the transaction that does it, so that whoever waits can see it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from backend.elders.models import RegisterImport


class Progress:
    """Takes what is true now; of several at once only the last is written."""

    def __init__(self, import_id: UUID) -> None:
        self._import_id = import_id
        self._latest: tuple[int, int] | None = None
        self._something = asyncio.Event()
        self._ended = False
        # A task keeps the context it was made in: outside of any transaction begun later.
        self._task = asyncio.create_task(self._write())

    def at(self, rows_read: int, rows_at_most: int) -> None:
        """So many rows are read."""
        self._latest = (rows_read, rows_at_most)
        self._something.set()

    async def end(self) -> None:
        """Write nothing more; what is being written is finished. May be called again."""
        self._ended = True
        self._something.set()
        await self._task

    def drop(self) -> None:
        """End without waiting."""
        self._task.cancel()

    async def _write(self) -> None:
        while not self._ended:
            await self._something.wait()
            self._something.clear()
            if self._latest and not self._ended:
                (rows_read, rows_at_most), self._latest = self._latest, None
                told = RegisterImport.filter(id=self._import_id)
                await told.update(rows_read=rows_read, rows_at_most=rows_at_most)


@asynccontextmanager
async def reported(import_id: UUID) -> AsyncIterator[Progress]:
    """Progress until the block ends."""
    progress = Progress(import_id)
    try:
        yield progress
        await progress.end()
    finally:
        progress.drop()
