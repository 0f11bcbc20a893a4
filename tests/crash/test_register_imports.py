"""kill -9 while a township's spreadsheet is handed in, checked and stored: all of it is there, or nothing.

Its rows name no supporters: those have no event of their own, which `wholeness` looks for.
"""

from uuid import uuid4

import httpx
import pytest

from backend.accounts.roles import Role
from tests.crash.home import KILLED, Home, count, cut_off
from tests.crash.wholeness import assert_nothing_lost_or_doubled
from tests.factories.registers import book, row
from tests.people import Person
from tests.waiting import until

# Three batches.
ROWS = 450


def register(village: str = "第1村") -> bytes:
    return book(*(row(number, 村=village, 赡养人1姓名="", 赡养人1电话="") for number in range(ROWS)))


async def clerk_of(home: Home) -> Person:
    """The township's clerk."""
    county = home.family.county
    assert county.township is not None
    return await county.official("township-clerk", Role.TOWNSHIP, county.township, "罗永昌")


async def hand_in(home: Home, clerk: Person) -> httpx.Response:
    query, headers = {"division_id": str(home.family.county.township)}, {"content-type": "text/csv"}
    return await clerk.send("POST", "/api/elders/imports", params=query, content=register(), headers=headers)


async def reaches(clerk: Person, import_id: str, state: str) -> None:
    async def reached() -> bool:
        found: str = (await clerk.get(f"/api/elders/imports/{import_id}"))["state"]
        return found == state

    await until(reached, timeout=60, every=0.1)


async def written(home: Home) -> list[int]:
    """How many rows there are of what each elder gets."""
    tables = ("elders", "stays", "tier_spans", "audit_events WHERE tag = 'elders:elder:register'")
    return [await count(home.product, table) for table in tables]


class TestHandingIn:
    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("after backend.storage.local.LocalStorage.put", id="between the file and its row"),
            pytest.param("after backend.elders.imports.jobs._enter", id="after the commit"),
        ],
    )
    async def test_killed_there_the_repeat_finds_one_import(self, home: Home, moment: str) -> None:
        await home.start(moment)
        clerk = await clerk_of(home)
        await cut_off(hand_in(home, clerk))
        await home.comes_back()
        made = {(await hand_in(home, clerk)).json()["id"] for _ in range(2)}
        assert len(made) == await count(home.product, "register_imports") == 1
        await reaches(clerk, made.pop(), "checked")


class TestStoring:
    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("before backend.elders.imports.importer.store_batch 3", id="between two batches"),
            pytest.param("after backend.elders.imports.storing._add 2", id="between elders and their events"),
            pytest.param("after backend.elders.imports.importer._conclude_stored", id="before the commit"),
        ],
    )
    async def test_killed_there_nobody_is_entered_and_the_next_worker_enters_all(self, home: Home, moment: str) -> None:
        await home.start(moment)
        before, clerk = await written(home), await clerk_of(home)
        import_id = (await hand_in(home, clerk)).json()["id"]
        await reaches(clerk, import_id, "checked")
        await clerk.send("POST", f"/api/elders/imports/{import_id}/store", key=uuid4())
        assert await home.product.died() == KILLED
        assert await written(home) == before
        await home.comes_back()
        await reaches(clerk, import_id, "stored")
        assert await written(home) == [rows + ROWS for rows in before]
        assert await count(home.product, "audit_events WHERE tag = 'elders:import:store'") == 1
        await assert_nothing_lost_or_doubled(home.product)

    async def test_killed_after_the_commit_nobody_is_entered_twice(self, home: Home) -> None:
        await home.start("before backend.elders.imports.importer.Importer._drop_file 2")
        before, clerk = await count(home.product, "elders"), await clerk_of(home)
        import_id = (await hand_in(home, clerk)).json()["id"]
        await reaches(clerk, import_id, "checked")
        await clerk.send("POST", f"/api/elders/imports/{import_id}/store", key=uuid4())
        await home.comes_back()
        await reaches(clerk, import_id, "stored")
        assert await count(home.product, "elders") == before + ROWS
        await assert_nothing_lost_or_doubled(home.product)
