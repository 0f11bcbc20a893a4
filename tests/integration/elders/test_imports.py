"""A county's spreadsheet comes into the register whole or not at all, and says row by row what is wrong with it."""

import asyncio
from datetime import date, timedelta

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.elders.errors import ImportNotFound
from backend.elders.imports import jobs
from backend.elders.imports.jobs import import_in_sight, problems_in_sight, store, sweep_imports
from backend.elders.models import Elder, ImportProblem, RegisterImport
from backend.elders.rules import ImportState
from backend.kit.ids import uuid7
from backend.spreadsheets.errors import SheetEmpty, SheetTooLarge
from tests.factories.registers import HEADER, Desk, book, counted, figures, row
from tests.factories.sheets import csv_of, id_number, xlsx
from tests.factories.village import MORNING

pytestmark = pytest.mark.usefixtures("counted")

TODAY = date(2026, 3, 10)


class TestHandIn:
    async def test_answers_the_same_import_for_the_same_bytes_and_place(self, desk: Desk) -> None:
        first = await desk.hands_in(book(row(1)))
        assert await desk.hands_in(book(row(1))) == first
        assert await desk.hands_in(book(row(2))) != first
        assert await desk.hands_in(book(row(1)), division_id=desk.world.village.id) != first
        assert len(desk.files()) == 3

    async def test_of_two_at_once_makes_one_import_with_one_file(self, desk: Desk) -> None:
        made = await asyncio.gather(*(desk.hands_in(book(row(1))) for _ in range(3)))
        assert len(set(made)) == 1
        assert len(desk.files()) == await RegisterImport.all().count() == 1

    @pytest.mark.parametrize("role", [Role.COMMITTEE, Role.VOLUNTEER, Role.SUPPORTER, Role.CAREGIVER])
    async def test_is_for_clerks_of_township_and_county(self, desk: Desk, role: Role) -> None:
        other = await desk.world.person(role, division=desk.world.township)
        with pytest.raises(RoleCannot):
            await desk.hands_in(book(row(1)), by=other)
        with pytest.raises(RoleCannot):
            await store(desk.world.kernel, import_id=uuid7(), by=other.viewer)
        assert desk.files() == []

    async def test_is_for_places_in_sight(self, desk: Desk) -> None:
        with pytest.raises(DivisionNotFound):
            await desk.hands_in(book(row(1)), division_id=desk.world.county.id)
        assert desk.files() == []

    async def test_refuses_nothing_and_too_much_at_once(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(SheetEmpty):
            await desk.hands_in(b"")
        monkeypatch.setattr(jobs, "MAX_FILE_BYTES", 10)
        with pytest.raises(SheetTooLarge):
            await desk.hands_in(book(row(1)))
        assert desk.files() == []

    async def test_keeps_the_file_unreadable(self, desk: Desk) -> None:
        await desk.hands_in(book(row(1)))
        [kept] = desk.files()
        assert "李秀英".encode() not in await asyncio.to_thread(kept.read_bytes)

    async def test_shows_an_import_to_those_who_answer_for_the_place(self, desk: Desk) -> None:
        import_id = await desk.checked(book(row(1, 村="没有的村")))
        bureau = await desk.world.person(Role.COUNTY, division=desk.world.county)
        assert (await import_in_sight(bureau.viewer.scope, import_id)).problems == 1
        other = await desk.world.person(Role.TOWNSHIP, division=desk.world.village)
        for looks in (import_in_sight, problems_in_sight):
            with pytest.raises(ImportNotFound):
                await looks(other.viewer.scope, import_id)
        with pytest.raises(ImportNotFound):
            await store(desk.world.kernel, import_id=import_id, by=other.viewer)


class TestCheck:
    async def test_foretells_what_storing_does_and_stores_nothing(self, desk: Desk) -> None:
        await desk.stored(book(row(1), row(2)))
        before = await counted()
        found = await desk.sees(await desk.checked(book(row(1), row(2, 是否独居="否"), row(3))))
        assert (found.state, found.problems, figures(found)) == (ImportState.CHECKED, 0, (1, 1, 1))
        assert (found.rows_read, found.rows_at_most) == (3, 3)
        # But for the event of having been handed in.
        before[4] += 1
        assert await counted() == before

    async def test_tells_every_problem_by_row_column_and_sentence(self, desk: Desk) -> None:
        file = book(
            row(1, 村="没有的村"),
            row(2, 身份证号="4.40524E+17"),
            row(3, 姓名=""),
            row(4, 是否独居=""),
            row(5, 赡养人1姓名="", 性别="男"),
            row(6),
            row(6, 姓名="王桂花"),
            row(7),
        )
        found = await desk.problems(await desk.checked(file))
        assert [(each.row, each.column) for each in found] == [
            (2, "村"),
            (3, "身份证号"),
            (4, "姓名"),
            (5, "是否独居"),
            (6, "性别"),
            (6, "赡养人1姓名"),
            (8, "身份证号"),
        ]
        assert all(each.sentence for each in found)

    async def test_repeats_nothing_of_a_cell(self, desk: Desk) -> None:
        number = id_number(date(1940, 1, 2), 2)
        wrong = number[:-1] + ("1" if number[-1] != "1" else "2")
        import_id = await desk.checked(book(row(1, 身份证号=wrong, 村="悄悄话村", 联系电话="138123")))
        said = "".join(each.sentence for each in await desk.problems(import_id))
        assert said
        for secret in (wrong, "悄悄话", "138123", "李秀英"):
            assert secret not in said

    async def test_lists_a_thousand_problems_and_counts_the_rest(self, desk: Desk) -> None:
        found = await desk.sees(await desk.checked(book(*(row(each, 村="没有的村") for each in range(1, 1101)))))
        assert found.problems == 1100
        assert await ImportProblem.filter(import_id=found.id).count() == 1000

    async def test_pages_through_the_problems(self, desk: Desk) -> None:
        import_id = await desk.checked(book(*(row(each, 村="没有的村") for each in range(1, 8))))
        rows, cursor = list[int](), None
        while True:
            page = await problems_in_sight(desk.clerk.viewer.scope, import_id, cursor=cursor, limit=3)
            rows += [each.row for each in page.rows]
            if (cursor := page.next_cursor) is None:
                break
        assert rows == [2, 3, 4, 5, 6, 7, 8]

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"\xd0\xcf\x11\xe0 an old workbook\x00", "sheet_not_readable"),
            (csv_of([HEADER]), "sheet_empty"),
            (csv_of([("a", "b", "c")]), "sheet_header_missing"),
            (xlsx([HEADER, row(1)])[:-200], "sheet_damaged"),
        ],
    )
    async def test_refuses_a_file_that_is_none_and_removes_it(self, desk: Desk, data: bytes, code: str) -> None:
        found = await desk.sees(await desk.checked(data))
        assert (found.state, found.refusal) == (ImportState.REFUSED, code)
        assert found.finished_at == MORNING
        assert desk.files() == []

    async def test_remarks_on_what_the_register_has_no_place_for(self, desk: Desk) -> None:
        file = csv_of([(*HEADER, "紧急联系人", "星座"), (*row(1, 赡养人1电话=""), "爱听戏", "双鱼")])
        import_id = await desk.checked(file)
        said = {each.column: each.sentence for each in await desk.problems(import_id)}
        assert said.keys() == {"只有姓名或只有电话的紧急联系人", "星座", "赡养人电话"}
        assert not [each for each in said.values() if "爱听戏" in each or "双鱼" in each]
        assert (await desk.sees(import_id)).problems == 0

    async def test_checks_again_when_problems_stood_in_the_way(self, desk: Desk) -> None:
        import_id = await desk.checked(book(row(1, 村="新坪村")))
        await desk.hamlet("新坪村")
        assert await desk.hands_in(book(row(1, 村="新坪村"))) == import_id
        assert await desk.importer.work()
        found = await desk.sees(import_id)
        assert (found.problems, figures(found)) == (0, (1, 0, 0))
        assert await desk.problems(import_id) == []

    async def test_by_two_workers_says_everything_once(self, desk: Desk) -> None:
        import_id = await desk.hands_in(book(row(1, 村="没有的村")))
        await asyncio.gather(desk.importer.work(), desk.importer.work())
        assert len(await desk.problems(import_id)) == 1


class TestVillages:
    @pytest.mark.parametrize("said", ["上坪村", "上坪", "上坪村委会", "上坪村民委员会", "520123100201"])
    async def test_are_known_by_name_and_by_code(self, desk: Desk, said: str) -> None:
        assert (await desk.stored(book(row(1, 村=said)))).state == ImportState.STORED
        assert (await Elder.get()).village_id == desk.world.village.id

    async def test_of_one_name_need_their_township(self, desk: Desk) -> None:
        await desk.hamlet("上坪村", township="白沙镇")
        bureau = await desk.world.person(Role.COUNTY, division=desk.world.county)
        file = csv_of([("乡镇", *HEADER), ("", *row(1)), ("白沙", *row(2)), ("黑沙镇", *row(3))])
        import_id = await desk.hands_in(file, division_id=desk.world.county.id, by=bureau)
        await desk.importer.work()
        page = await problems_in_sight(bureau.viewer.scope, import_id)
        assert [(each.row, each.column) for each in page.rows] == [(2, "村"), (4, "村")]

    async def test_out_of_the_files_place_are_not_known(self, desk: Desk) -> None:
        import_id = await desk.checked(book(row(1, 村="下坪村")), division_id=desk.world.village.id)
        assert (await desk.sees(import_id)).problems == 1


class TestKnownElders:
    async def test_out_of_sight_are_a_problem_that_tells_nothing_of_them(self, desk: Desk) -> None:
        await desk.stored(book(row(1, 村="下坪村", 姓名="王桂花")))
        import_id = await desk.checked(book(row(1)), division_id=desk.world.village.id)
        [problem] = await desk.problems(import_id)
        assert (problem.row, problem.column) == (2, "身份证号")
        for secret in ("下坪", "王桂花", "石门"):
            assert secret not in problem.sentence

    async def test_without_a_number_are_known_by_village_name_and_birthday(self, desk: Desk) -> None:
        nameless = row(1, 身份证号="", 出生日期="1945-03-04")
        assert figures(await desk.stored(book(nameless))) == (1, 0, 0)
        assert figures(await desk.stored(book(nameless, row(2)))) == (1, 0, 1)
        numbered = row(1, 身份证号=id_number(date(1945, 3, 4), 2))
        assert figures(await desk.stored(book(numbered))) == (0, 1, 0)
        assert await Elder.filter(born_on=date(1945, 3, 4), id_number_hash__not_isnull=True).count() == 1

    async def test_in_two_rows_of_one_file_are_a_problem(self, desk: Desk) -> None:
        nameless = row(1, 身份证号="", 出生日期="1945-03-04")
        twins = [row(9, 身份证号=id_number(date(1945, 3, 4), each), 赡养人1姓名="", 赡养人1电话="") for each in (2, 4)]
        assert [each.row for each in await desk.problems(await desk.checked(book(nameless, nameless)))] == [3]
        assert (await desk.sees(await desk.checked(book(*twins)))).problems == 0
        await desk.stored(book(nameless))
        assert [each.row for each in await desk.problems(await desk.checked(book(*twins, row(3))))] == [3]

    async def test_who_have_left_are_not_brought_back_silently(self, desk: Desk) -> None:
        await desk.stored(book(row(1)))
        await Elder.all().update(left_on=TODAY, left_reason="died")
        assert (await desk.sees(await desk.checked(book(row(1), row(2))))).problems == 1
        assert await Elder.all().count() == 1


class TestSweep:
    async def test_gives_up_what_nobody_confirmed_and_removes_its_file(self, desk: Desk) -> None:
        import_id = await desk.checked(book(row(1)))
        await sweep_imports(desk.world.kernel, desk.storage)
        assert (await desk.sees(import_id)).state == ImportState.CHECKED
        desk.world.clock.advance(timedelta(days=400))
        await sweep_imports(desk.world.kernel, desk.storage)
        assert (await desk.sees(import_id)).refusal == "import_grown_old"
        assert desk.files() == []
