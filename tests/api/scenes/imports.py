"""The register in and out as spreadsheets."""

from datetime import date, timedelta
from typing import Any

from miniprogram_api.schemas import XLSX
from tests.api.attempts import Attempt, scene
from tests.api.scenes.homes import lived_in
from tests.api.world import World
from tests.factories.sheets import csv_of, id_number, xlsx
from tests.waiting import until

HEADER = ("村", "姓名", "性别", "身份证号", "是否独居", "赡养人1姓名", "赡养人1电话")


# As the county of the tests is planted.
VILLAGE = "第1村"


def register(world: World, village: str = VILLAGE) -> list[tuple[str, ...]]:
    """A file of two elders nobody has met yet."""
    rows: list[tuple[str, ...]] = [HEADER]
    for _ in range(2):
        number = next(world.numbers)
        born_on = date(1940, 1, 1) + timedelta(days=number)
        supporter = ("和建国", f"135{number:08}")
        rows.append((village, "和桂英", "女", id_number(born_on, 2), "是", *supporter))
    return rows


async def handed_in(world: World, **changes: str) -> str:
    """An import whose file is checked."""
    township = world.township
    answer = await township.send(
        "POST",
        "/api/elders/imports",
        params={"division_id": str(world.county.township)},
        content=csv_of(register(world, **changes)),
        headers={"content-type": "text/csv"},
    )
    made: str = answer.json()["id"]

    async def checked() -> bool:
        found: dict[str, Any] = await township.get(f"/api/elders/imports/{made}")
        return bool(found["state"] == "checked")

    await until(checked, timeout=30, every=0.1)
    return made


@scene("elders_hand_in_import")
async def hand_in_import(world: World) -> Attempt:
    book, query = xlsx(register(world)), {"division_id": str(world.county.township)}
    return Attempt(world.township, query=query, content=book, headers={"content-type": XLSX})


@scene("elders_read_import")
async def read_import(world: World) -> Attempt:
    made = await handed_in(world)
    return Attempt(world.township, ids={"import_id": made}, shows={made})


@scene("elders_list_import_problems")
async def list_import_problems(world: World) -> Attempt:
    made = await handed_in(world, village="没有的村")
    return Attempt(world.township, ids={"import_id": made}, shows={"您上传的范围里没有这个村"})


@scene("elders_store_import")
async def store_import(world: World) -> Attempt:
    return Attempt(world.township, ids={"import_id": await handed_in(world)})


@scene("elders_export_elders")
async def export_elders(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.township, query={"form": "register", "village_id": world.village_id}, shows={home.name})
