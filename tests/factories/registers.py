"""A county's spreadsheet, the clerk who hands it in, and a worker that does what it waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.divisions.actions import place
from backend.divisions.models import Division, DivisionLevel
from backend.elders.actions import NewElder, register
from backend.elders.imports.importer import Importer
from backend.elders.imports.jobs import ImportRow, ProblemRow, hand_in, import_in_sight, problems_in_sight, store
from backend.elders.models import Elder, Stay, TierSpan
from backend.elders.rules import Gender
from backend.families.models import FamilyMember
from backend.families.naming import Naming
from backend.outbox.models import OutboxEntry
from backend.profiles.noting import Noting
from backend.storage.local import LocalStorage
from tests.factories.sheets import csv_of, id_number
from tests.factories.village import LONG_AGO, Person, World

HEADER = (
    "村",
    "姓名",
    "性别",
    "身份证号",
    "出生日期",
    "是否独居",
    "联系电话",
    "行动能力",
    "赡养人1姓名",
    "赡养人1电话",
)
FIRST_BIRTHDAY = date(1940, 1, 1)
BIRTHDAYS = 9_000


def row(number: int, **changes: str) -> tuple[str, ...]:
    """The row of one believable elder, another one for each number below 72,000; `changes` by title.

    A woman born so many days after FIRST_BIRTHDAY; from the 9,000th on birthdays come again, under other names.
    """
    again, day = divmod(number, BIRTHDAYS)
    born_on = FIRST_BIRTHDAY + timedelta(days=day)
    name = "李秀英" + "甲乙丙丁戊己庚辛"[again - 1 : again]
    cells = dict(
        zip(
            HEADER,
            (
                "上坪村",
                name,
                "女",
                id_number(born_on, 2 + 2 * again),
                "",
                "是",
                "",
                "行动自如",
                "李强",
                f"139{number:08}",
            ),
            strict=True,
        )
    )
    return tuple((cells | changes).values())


def book(*rows: Sequence[str]) -> bytes:
    """The file of these rows under the usual header."""
    return csv_of([HEADER, *rows])


@dataclass(frozen=True)
class Desk:
    """A township's clerk at a desk, beside the worker."""

    world: World
    clerk: Person
    storage: LocalStorage
    folder: Path

    @property
    def importer(self) -> Importer:
        return Importer(self.world.kernel, self.storage, Naming(self.world.kernel), Noting(self.world.kernel))

    async def hands_in(self, data: bytes, *, division_id: UUID | None = None, by: Person | None = None) -> UUID:
        """The file, for the township unless said otherwise."""
        place = division_id or self.world.township.id
        viewer = (by or self.clerk).viewer
        return await hand_in(self.world.kernel, self.storage, division_id=place, data=data, by=viewer)

    async def checked(self, data: bytes, *, division_id: UUID | None = None) -> UUID:
        """The file, checked."""
        import_id = await self.hands_in(data, division_id=division_id)
        await self.importer.work()
        return import_id

    async def confirms(self, import_id: UUID) -> None:
        await store(self.world.kernel, import_id=import_id, by=self.clerk.viewer)

    async def stored(self, data: bytes) -> ImportRow:
        """The file, checked, confirmed and stored; how it went."""
        import_id = await self.checked(data)
        await self.confirms(import_id)
        await self.importer.work()
        return await self.sees(import_id)

    async def sees(self, import_id: UUID) -> ImportRow:
        return await import_in_sight(self.clerk.viewer.scope, import_id)

    async def problems(self, import_id: UUID) -> list[ProblemRow]:
        """The first fifty."""
        page = await problems_in_sight(self.clerk.viewer.scope, import_id, limit=50)
        return list(page.rows)

    async def hamlet(self, name: str, *, township: str | None = None) -> Division:
        """Another village of the township, or of another new one."""
        above = self.world.township
        if township:
            level, county = DivisionLevel.TOWNSHIP, self.world.county
            above = await place(code="520123200000", name=township, level=level, parent=county, starts_on=LONG_AGO)
        level = DivisionLevel.VILLAGE
        return await place(code="520123200201", name=name, level=level, parent=above, starts_on=LONG_AGO)

    async def enters_far_away(self, number: int) -> None:
        """The elder of `row(number)` is entered by the committee of a village of another township."""
        village = await self.hamlet("远坪村", township="远山乡")
        committee = await self.world.person(Role.COMMITTEE, division=village)
        born_on = FIRST_BIRTHDAY + timedelta(days=number)
        elder = NewElder("李秀英", Gender.FEMALE, born_on, "一组", True, id_number=id_number(born_on, 2))
        await register(self.world.kernel, village_id=village.id, elder=elder, by=committee.viewer)

    def files(self) -> list[Path]:
        """What lies in the store."""
        return [path for path in self.folder.rglob("*") if path.is_file()]


async def desk_in(world: World, folder: Path) -> Desk:
    """The township's desk."""
    clerk = await world.person(Role.TOWNSHIP, name="罗永昌", division=world.township)
    return Desk(world, clerk, LocalStorage(folder, world.kernel.keys), folder)


def figures(found: ImportRow) -> tuple[int, int, int]:
    """How many it added, changed, and found as they are."""
    return found.added, found.changed, found.unchanged


async def counted() -> list[int]:
    """How many rows of everything an import writes."""
    tables = (Elder, Stay, TierSpan, FamilyMember, AuditEvent, OutboxEntry)
    return [await table.all().count() for table in tables]
