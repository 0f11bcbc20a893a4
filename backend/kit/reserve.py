"""Connections to PostgreSQL for the hot routes, handed from one request straight to the next.

Taking one from the driver's pool and handing it back costs as much processor time as two small statements; here it
costs a queue's get and put. In exchange nothing is cleaned up between two requests: each must leave none of its own
behind, so there are no transactions on these, and one whose request ended badly is closed.
"""

import asyncio
from typing import Any

import asyncpg


class Reserve:
    """At most `most` connections to the database at `url`, opened as they are needed and kept until `close`."""

    def __init__(self, url: str, most: int) -> None:
        self._url = url
        self._closed = False
        # The last one used comes first; None stands for one not opened yet.
        self._free: asyncio.LifoQueue[Any] = asyncio.LifoQueue()
        for _ in range(most):
            self._free.put_nowait(None)

    async def take(self) -> Any:
        """A connection that nobody else has; waits while all are out. Raises what connecting raises."""
        connection = await self._free.get()
        if connection is not None and not connection.is_closed():
            return connection
        try:
            return await asyncpg.connect(self._url)
        except BaseException:
            self._free.put_nowait(None)
            raise

    def give_back(self, connection: Any, *, clean: bool) -> None:
        """Kept for the next request when this one left it `clean`."""
        if not clean or self._closed:
            connection.terminate()
            connection = None
        self._free.put_nowait(connection)

    async def close(self) -> None:
        """Close those that are free; the others are when they come back."""
        self._closed = True
        while not self._free.empty():
            if (connection := self._free.get_nowait()) is not None:
                await connection.close()
