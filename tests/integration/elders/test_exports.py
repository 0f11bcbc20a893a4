"""The register goes out as a spreadsheet, to those who answer for it, and every elder in it is logged as read."""

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import Reading
from backend.consents.actions import Telling, give_consent, withdraw_consent
from backend.consents.purposes import Purpose, newest
from backend.consents.rules import Expressed
from backend.divisions.errors import DivisionNotFound
from backend.elders import exports
from backend.elders.errors import ExportTooLong
from backend.elders.exports import ExportForm, Wanted, export_register
from backend.elders.imports.columns import Column, known_titles
from backend.elders.models import Elder
from backend.elders.rules import PriorityTier
from backend.elders.tiers import Mobility
from backend.families.models import FamilyMember, Whereabouts
from backend.families.naming import Naming
from backend.families.queries import supporters, whereabouts_history
from backend.families.rules import Place
from backend.families.whereabouts import tell_for
from backend.profiles.models import ProfilePart
from backend.profiles.noting import Noting
from backend.profiles.queries import contacts, part_history, profile
from backend.profiles.rules import Part
from backend.spreadsheets.sheets import read_sheet
from tests.factories.registers import HEADER, Desk, book, figures, row
from tests.factories.sheets import csv_of, unpacked, xlsx
from tests.factories.village import Person


async def exported(desk: Desk, by: Person | None = None, **wanted: Any) -> bytes:
    kernel, viewer = desk.world.kernel, (by or desk.clerk).viewer
    return await export_register(kernel, Naming(kernel), Noting(kernel), wanted=Wanted(**wanted), by=viewer)


def names(data: bytes) -> list[str]:
    return [each.cells["姓名"] for each in read_sheet(data, known_titles())]


@pytest.fixture
async def people(desk: Desk) -> Desk:
    """Three elders in two villages."""
    await desk.stored(
        book(
            row(1, 姓名="王桂花", 联系电话="13812345678"),
            row(2, 姓名="李秀英", 村="下坪村"),
            row(8999, 姓名="和大妈", 行动能力="", 联系电话=""),
        )
    )
    return desk


class TestExport:
    async def test_holds_what_an_import_reads_back_as_nothing_new(self, people: Desk) -> None:
        found = await people.stored(await exported(people))
        assert (found.added, found.changed, found.unchanged) == (0, 0, 3)

    async def test_is_by_class_and_village(self, people: Desk) -> None:
        assert names(await exported(people)) == ["和大妈", "王桂花", "李秀英"]
        assert names(await exported(people, village_id=people.world.neighbour.id)) == ["李秀英"]
        assert names(await exported(people, tier=PriorityTier.UNCLASSIFIED)) == ["和大妈"]

    async def test_leaves_out_those_who_have_left(self, people: Desk) -> None:
        await Elder.filter(name="王桂花").update(left_on=people.clerk.viewer.today)
        assert names(await exported(people)) == ["和大妈", "李秀英"]

    async def test_logs_each_elder_as_read_under_one_export(self, people: Desk) -> None:
        await exported(people, village_id=people.world.village.id)
        logged = await Reading.all()
        assert {each.elder_id for each in logged} == await ids(village_id=people.world.village.id)
        assert {(each.what, each.purpose, each.role) for each in logged} == {("export_register", "export", "township")}
        assert len({each.subject_id for each in logged}) == 1

    async def test_of_the_committee_is_its_own_village(self, people: Desk) -> None:
        committee = await people.world.person(Role.COMMITTEE, division=people.world.neighbour)
        assert names(await exported(people, committee)) == ["李秀英"]
        with pytest.raises(DivisionNotFound):
            await exported(people, committee, village_id=people.world.village.id)

    @pytest.mark.parametrize("role", [Role.COUNTY, Role.VOLUNTEER, Role.SUPPORTER, Role.CAREGIVER])
    async def test_is_for_township_and_committee(self, people: Desk, role: Role) -> None:
        other = await people.world.person(role, division=people.world.county)
        with pytest.raises(RoleCannot):
            await exported(people, other)
        assert await Reading.all().count() == 0

    async def test_of_too_many_is_refused_before_anything_is_read(
        self, people: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(exports, "MOST_ROWS", 2)
        with pytest.raises(ExportTooLong):
            await exported(people)
        assert await Reading.all().count() == 0

    async def test_comes_chunk_by_chunk_in_one_order(self, people: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(exports, "_CHUNK", 1)
        assert names(await exported(people)) == ["和大妈", "王桂花", "李秀英"]

    async def test_leaves_nothing_in_the_temporary_folder(
        self, people: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "waiting"))
        (tmp_path / "waiting").mkdir()
        await exported(people)
        assert list((tmp_path / "waiting").iterdir()) == []


class TestSupporters:
    """What a file says of them is on the elder's file, once, and in the next export."""

    HEADER = (*HEADER, *(f"赡养人1{part}" for part in ("务工地", "外出日期", "是否务工经商", "有无赡养能力")))
    WHERE, SINCE, WORK, ABLE = HEADER[-4:]

    def rows(self, *cells: str) -> list[tuple[str, ...]]:
        return [self.HEADER, (*row(1), *cells)]

    async def history(self, desk: Desk) -> list[tuple[str | None, str | None, date | None, bool | None]]:
        committee = await desk.world.person(Role.COMMITTEE, division=desk.world.village)
        told = await whereabouts_history(committee.viewer.scope, (await FamilyMember.get()).id)
        assert {each.told_by for each in told} <= {"罗永昌"}
        return [(each.province, each.city, each.since, each.for_work) for each in told]

    async def test_are_kept_with_place_day_work_and_ability_and_the_same_file_changes_nothing(self, desk: Desk) -> None:
        told = self.rows("广东深圳市南山区", "2024-02-20", "是", "否")
        assert figures(await desk.stored(csv_of(told))) == (1, 0, 0)
        member = await FamilyMember.get()
        assert (member.able, member.whereabouts_on) == (False, desk.clerk.viewer.today)
        assert await self.history(desk) == [("广东省", "深圳市", date(2024, 2, 20), True)]
        desk.world.clock.advance(timedelta(days=3))
        before = [await table.all().count() for table in (FamilyMember, Whereabouts, ProfilePart)]
        for again in (xlsx(told), await exported(desk)):
            assert figures(await desk.stored(again)) == (0, 0, 1)
        assert [await table.all().count() for table in (FamilyMember, Whereabouts, ProfilePart)] == before
        out = cells(await exported(desk), "李秀英")
        assert [out[each] for each in self.HEADER[-4:]] == ["广东深圳市南山区", "2024-02-20", "是", "否"]

    async def test_told_in_part_are_kept_as_they_were_told_and_filled_in_later(self, desk: Desk) -> None:
        await desk.stored(csv_of(self.rows("昆明那边", "", "是", "")))
        assert await self.history(desk) == [(None, "昆明那边", None, True)]
        assert (await FamilyMember.get()).whereabouts_on is None
        later = await desk.stored(csv_of(self.rows("云南昆明", "2025-01-05", "是", "是")))
        assert figures(later) == (0, 1, 0)
        assert (await self.history(desk))[0] == ("云南省", "昆明", date(2025, 1, 5), True)
        assert (await FamilyMember.get()).able is True

    async def test_gone_elsewhere_later_stand_above_the_place_before_and_an_older_file_changes_nothing(
        self, desk: Desk
    ) -> None:
        first, second = ("广东深圳", "2024-02-20", "是", ""), ("浙江省杭州市", "2025-06-01", "是", "")
        assert figures(await desk.stored(csv_of(self.rows(*first)))) == (1, 0, 0)
        assert figures(await desk.stored(csv_of(self.rows(*second)))) == (0, 1, 0)
        assert figures(await desk.stored(xlsx(self.rows(*first)))) == (0, 0, 1)
        assert [each[:2] for each in await self.history(desk)] == [("浙江省", "杭州市"), ("广东省", "深圳")]

    async def test_who_told_of_themselves_keep_what_they_told(self, desk: Desk) -> None:
        await desk.stored(csv_of(self.rows("", "", "", "")))
        committee = await desk.world.person(Role.COMMITTEE, division=desk.world.village)
        place = Place(
            province="浙江省",
            city="宁波市",
            area=None,
            since=date(2025, 6, 1),
            for_work=None,
            employer="宏达电子厂",
        )
        member, kernel = await FamilyMember.get(), desk.world.kernel
        await tell_for(kernel, member_id=member.id, place=place, able=True, by=committee.viewer)
        filled = await desk.stored(csv_of(self.rows("广东深圳", "2025-06-01", "是", "否")))
        assert figures(filled) == (0, 1, 0)
        (told,) = await supporters(kernel, committee.viewer.scope, member.elder_id, phones=False)
        assert (told.city, told.area, told.for_work, told.employer, told.able) == (
            "宁波市",
            "elsewhere",
            True,
            "宏达电子厂",
            True,
        )


class TestProvincial:
    async def test_holds_complete_rows_and_the_others_are_listed_with_what_they_lack(self, people: Desk) -> None:
        await Elder.filter(name="王桂花").update(
            address="一组", ability_level="mild", confirmed_on=people.clerk.viewer.today
        )
        await FamilyMember.all().update(city="深圳市")
        complete = unpacked(await exported(people, form=ExportForm.PROVINCIAL))
        lacking = unpacked(await exported(people, form=ExportForm.LACKING))
        for name, has_all in (("王桂花", True), ("李秀英", False), ("和大妈", False)):
            assert (name in complete, name in lacking) == (has_all, not has_all), name
        assert "最近确认日期" in lacking


async def ids(**which: object) -> set[UUID]:
    return {elder.id for elder in await Elder.filter(**which)}


class TestHealth:
    async def test_taken_back_goes_out_with_nobody_and_the_tier_stays(self, people: Desk) -> None:
        elder = await Elder.get(name="王桂花")
        await Elder.filter(id=elder.id).update(mobility=Mobility.DIFFICULT, dementia=True)
        committee = await people.world.person(Role.COMMITTEE, division=people.world.village)
        before = cells(await exported(people), "王桂花")
        told = Telling(Expressed.HANDWRITING)
        kernel = people.world.kernel
        await withdraw_consent(kernel, elder_id=elder.id, purpose=Purpose.HEALTH, told=told, by=committee.viewer)
        after = cells(await exported(people), "王桂花")
        assert {title for title in before if before[title] != after.get(title)} == {Column.MOBILITY, Column.DEMENTIA}
        again = await people.stored(book(row(1, 姓名="王桂花", 联系电话="13812345678", 行动能力="长期卧床")))
        assert (again.changed, again.unchanged) == (0, 1)
        version = newest(Purpose.HEALTH).version
        await give_consent(
            kernel, elder_id=elder.id, purpose=Purpose.HEALTH, version=version, told=told, by=committee.viewer
        )
        assert cells(await exported(people), "王桂花") == before


def cells(data: bytes, name: str) -> dict[str, str]:
    [found] = [each.cells for each in read_sheet(data, known_titles()) if each.cells["姓名"] == name]
    return dict(found)


class TestNotes:
    HEADER = (*HEADER, "健康状况", "居住环境", "备注", "紧急联系人姓名", "紧急联系人电话")

    def told(self, *cells: str) -> bytes:
        return csv_of([self.HEADER, (*row(1), *cells)])

    async def test_of_a_file_are_kept_once_and_go_out_but_for_health(self, desk: Desk) -> None:
        cells_told = ("膝盖疼", "屋顶漏雨", "喜欢花灯", "李四", "13700000001")
        assert figures(await desk.stored(self.told(*cells_told))) == (1, 0, 0)
        assert figures(await desk.stored(xlsx([self.HEADER, (*row(1), *cells_told)]))) == (0, 0, 1)
        elder, committee = await Elder.get(), await desk.world.person(Role.COMMITTEE, division=desk.world.village)
        kernel, scope = desk.world.kernel, committee.viewer.scope
        held = await profile(kernel, scope, elder.id, health=True)
        assert {entry.part: entry.text for entry in held} == {
            Part.HEALTH: "膝盖疼",
            Part.DWELLING: "屋顶漏雨",
            Part.REMARK: "喜欢花灯",
        }
        assert {(entry.recorded_by, entry.observed_on) for entry in held} == {("罗永昌", desk.clerk.viewer.today)}
        assert [(each.name, each.phone) for each in await contacts(kernel, scope, elder.id)] == [
            ("李四", "13700000001")
        ]
        out = cells(await exported(desk), elder.name)
        assert (out[Column.DWELLING], out[Column.REMARK], out[Column.CONTACT_NAME]) == ("屋顶漏雨", "喜欢花灯", "李四")
        assert Column.HEALTH not in out

    async def test_that_may_be_of_health_neither_come_in_nor_go_out_when_it_was_taken_back(self, desk: Desk) -> None:
        await desk.stored(self.told("", "", "血压高", "", ""))
        elder, committee = await Elder.get(), await desk.world.person(Role.COMMITTEE, division=desk.world.village)
        kernel, told = desk.world.kernel, Telling(Expressed.HANDWRITING)
        await withdraw_consent(kernel, elder_id=elder.id, purpose=Purpose.HEALTH, told=told, by=committee.viewer)
        assert Column.REMARK not in cells(await exported(desk), elder.name)
        assert figures(await desk.stored(self.told("膝盖疼", "", "天天吃药", "", ""))) == (0, 0, 1)

    async def test_that_say_something_new_are_written_above_what_stood_there(self, desk: Desk) -> None:
        await desk.stored(self.told("", "屋顶漏雨", "", "李四", "13700000001"))
        again = await desk.stored(self.told("", "屋顶修好了", "", "王五", "13700000002"))
        assert (again.changed, again.unchanged) == (1, 0)
        elder, committee = await Elder.get(), await desk.world.person(Role.COMMITTEE, division=desk.world.village)
        kernel, scope = desk.world.kernel, committee.viewer.scope
        history = await part_history(kernel, scope, elder.id, Part.DWELLING)
        assert [entry.text for entry in history] == ["屋顶修好了", "屋顶漏雨"]
        assert cells(await exported(desk), elder.name)[Column.DWELLING] == "屋顶修好了"
        assert [each.name for each in await contacts(kernel, scope, elder.id)] == ["李四"]
