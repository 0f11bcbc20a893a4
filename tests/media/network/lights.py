"""Light participants that come back by themselves, as the call page does."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from uuid import UUID

from websockets.exceptions import WebSocketException

from tests.bench.media.clip import film, sounds
from tests.bench.media.ours import Page
from tests.bench.media.person import Person
from tests.bench.media.place import machine_address
from tests.media.network.fleet import FamilyCall, Fleet
from tests.waiting import until

TRY_AGAIN = 0.3


class Light:
    """One person of a call. `heard` counts the packets that reached them on the connections of now, `losses`
    are the reasons of how earlier ones ended."""

    def __init__(self, call: FamilyCall, account: UUID, where: Callable[[], Awaitable[str]], *, pictures: bool) -> None:
        self.account, self._where, self._pictures = account, where, pictures
        self._host = account == call.host
        self.page = Page("", call.cookie(account), machine_address())
        self.person: Person | None = None
        self.losses: list[str] = []

    @property
    def heard(self) -> int:
        return self.person.heard.packets.total() if self.person is not None else 0

    async def live(self) -> None:
        """Until cancelled: in the room, talking, and back again whenever it is lost."""
        try:
            while True:
                with contextlib.suppress(OSError, WebSocketException, TimeoutError):
                    await self.page.open(await self._where())
                    await self._stay()
                    self.losses.append(self.page.closed or "")
                self._hush()
                await until(_after(TRY_AGAIN), timeout=60)
        finally:
            self._hush()
            await self.page.close()

    async def _stay(self) -> None:
        while self.page.closed is None:
            if self._host:
                for knocking in self.page.waiting:
                    await self.page.say(type="admit", participant=knocking)
                self.page.waiting.clear()
            if self.page.is_connected and (self.person is None or self.person.publish is not self.page.halves()[0]):
                self._hush()
                self.person = Person("light", *self.page.halves(), seed=self.account.int & 0xFFFF)
                self.person.talk(pictures=self._pictures)
            await until(_after(0.02), timeout=60)

    def _hush(self) -> None:
        if self.person is not None:
            self.person.hush()
            self.person = None


def _after(seconds: float) -> Callable[[], bool]:
    loop = asyncio.get_running_loop()
    begin = loop.time()
    return lambda: loop.time() - begin >= seconds


@contextlib.asynccontextmanager
async def living(fleet: Fleet, calls: Sequence[FamilyCall], *, guests_only: int = 0) -> AsyncIterator[list[Light]]:
    """Both people of each call, but only the guest (with a picture) of the first `guests_only`; gone with the block."""
    await asyncio.to_thread(sounds)
    if guests_only:
        await asyncio.to_thread(film)
    lights = []
    for number, call in enumerate(calls):
        for account in (call.guest,) if number < guests_only else (call.host, call.guest):

            async def where(call: FamilyCall = call) -> str:
                return await fleet.where(call.id)

            lights.append(Light(call, account, where, pictures=number < guests_only))
    lives = [asyncio.create_task(light.live()) for light in lights]
    try:
        yield lights
    finally:
        for life in lives:
            life.cancel()
        await asyncio.gather(*lives, return_exceptions=True)
