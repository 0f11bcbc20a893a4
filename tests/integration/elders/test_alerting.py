"""Alerts follow the files, whoever changes them and how, and so do their tasks (R032-R035)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.db import transaction
from backend.divisions.scope import LevelTooLow
from backend.elders import alerting
from backend.elders.alerting import follow_all, report_key_help
from backend.elders.alerts import AlertKind
from backend.elders.boundaries import merge_villages
from backend.elders.classifying import assess, change_facts
from backend.elders.helplist import key_help, key_help_counts
from backend.elders.models import Alert, Elder
from backend.elders.rules import LeaveReason
from backend.elders.staying import come_back, leave, move
from backend.elders.tiers import Mobility
from backend.kit.ids import uuid7
from backend.outbox.models import OutboxEntry
from backend.policies.actions import set_policy
from backend.policies.rules import RiskStandard
from backend.tasks.models import Task
from backend.tasks.rules import Settlement, TaskKind
from tests.factories.race import at_once
from tests.factories.registers import Desk, book, row
from tests.factories.tiers import WELL, scores_of, some_facts
from tests.factories.village import Person, World

TODAY = date(2026, 3, 10)
ALONE = AlertKind.MUST_NOT_LIVE_ALONE
FRAIL = some_facts(mobility=Mobility.DIFFICULT)


async def standing(elder_id: UUID) -> set[AlertKind]:
    return {alert.kind for alert in await Alert.filter(elder_id=elder_id, ended_at=None)}


async def open_tasks(elder_id: UUID) -> set[TaskKind]:
    return {task.kind for task in await Task.filter(subject_id=elder_id, settled_at=None)}


class TestFollow:
    async def test_a_task_waits_until_it_no_longer_holds(self, world: World, committee: Person, elder_id: UUID) -> None:
        await change_facts(world.kernel, elder_id=elder_id, facts=FRAIL, by=committee.viewer)
        assert await standing(elder_id) == {ALONE, AlertKind.HIGH_RISK, AlertKind.KEY_HELP}
        task = await Task.get(kind=TaskKind.MUST_NOT_LIVE_ALONE)
        assert (task.subject_id, task.division_id, task.waits_for) == (elder_id, world.village.id, Role.COMMITTEE)
        assert task.due_at - world.clock.now() == timedelta(days=7, hours=15)
        together = some_facts(mobility=Mobility.DIFFICULT, living_alone=False)
        await change_facts(world.kernel, elder_id=elder_id, facts=together, by=committee.viewer)
        assert (await standing(elder_id), await open_tasks(elder_id)) == (set(), set())
        assert (await Task.get(id=task.id)).settlement is Settlement.NO_LONGER

    async def test_it_rises_anew_when_it_holds_again(self, world: World, committee: Person, elder_id: UUID) -> None:
        for facts in (FRAIL, some_facts(), FRAIL):
            await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        assert await Task.filter(kind=TaskKind.MUST_NOT_LIVE_ALONE).count() == 2
        assert TaskKind.MUST_NOT_LIVE_ALONE in await open_tasks(elder_id)

    async def test_the_same_again_raises_nothing(self, world: World, committee: Person, elder_id: UUID) -> None:
        for ill in (False, True, False, True):
            facts = some_facts(mobility=Mobility.DIFFICULT, minor_at_home=ill)
            await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        assert await Task.filter(kind=TaskKind.MUST_NOT_LIVE_ALONE).count() == 1

    async def test_an_assessment_raises_it_too(self, world: World, committee: Person, elder_id: UUID) -> None:
        await assess(
            world.kernel,
            elder_id=elder_id,
            assessed_on=TODAY,
            scores=scores_of(50),
            conditions=WELL,
            by=committee.viewer,
        )
        assert ALONE in await standing(elder_id)

    async def test_who_leaves_is_asked_for_no_longer(self, world: World, committee: Person, elder_id: UUID) -> None:
        await change_facts(world.kernel, elder_id=elder_id, facts=FRAIL, by=committee.viewer)
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.INSTITUTION, on=TODAY, by=committee.viewer)
        assert (await standing(elder_id), await open_tasks(elder_id)) == (set(), set())
        await come_back(world.kernel, elder_id=elder_id, on=TODAY, by=committee.viewer)
        assert TaskKind.MUST_NOT_LIVE_ALONE in await open_tasks(elder_id)

    async def test_a_task_moves_with_the_elder(self, world: World, committee: Person, elder_id: UUID) -> None:
        await change_facts(world.kernel, elder_id=elder_id, facts=FRAIL, by=committee.viewer)
        township = await world.person(Role.TOWNSHIP, division=world.township)
        await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=TODAY, by=township.viewer)
        assert {task.division_id for task in await Task.all()} == {world.neighbour.id}

    async def test_a_task_follows_a_merger(self, world: World, committee: Person, elder_id: UUID) -> None:
        await change_facts(world.kernel, elder_id=elder_id, facts=FRAIL, by=committee.viewer)
        county = await world.person(Role.COUNTY, division=world.county)
        places: dict[str, Any] = {"village_id": world.village.id, "into_id": world.neighbour.id}
        await merge_villages(world.kernel, **places, on=TODAY, by=county.viewer)
        assert {task.division_id for task in await Task.all()} == {world.neighbour.id}

    async def test_a_change_that_fails_raises_nothing(self, world: World, committee: Person, elder_id: UUID) -> None:
        async def change_and_fail() -> None:
            async with transaction():
                await change_facts(world.kernel, elder_id=elder_id, facts=FRAIL, by=committee.viewer)
                raise RuntimeError

        with pytest.raises(RuntimeError):
            await change_and_fail()
        assert (await Task.all().count(), await Alert.all().count()) == (0, 0)
        assert await AuditEvent.filter(tag=Tag.TASK_RAISED).count() == 0
        assert await OutboxEntry.filter(topic="TaskRaised").count() == 0

    async def test_two_changes_at_once_raise_one(self, world: World, committee: Person, elder_id: UUID) -> None:
        both = (
            change_facts(
                world.kernel,
                elder_id=elder_id,
                facts=some_facts(mobility=Mobility.DIFFICULT, registered_here=here),
                by=committee.viewer,
            )
            for here in (True, False)
        )
        await at_once(Elder.filter(id=elder_id), *both)
        assert await Task.filter(kind=TaskKind.MUST_NOT_LIVE_ALONE).count() == 1


class TestImports:
    async def test_raise_and_settle_as_by_hand(self, desk: Desk) -> None:
        await desk.stored(book(row(1, 行动能力="行动不便")))
        elder = await Elder.get()
        assert TaskKind.MUST_NOT_LIVE_ALONE in await open_tasks(elder.id)
        assert await OutboxEntry.filter(topic="TaskRaised").count() == await Task.all().count()
        await desk.stored(book(row(1, 行动能力="行动不便", 是否独居="否")))
        assert TaskKind.MUST_NOT_LIVE_ALONE not in await open_tasks(elder.id)

    async def test_tell_of_a_changed_tier(self, desk: Desk) -> None:
        young: dict[str, Any] = {"出生日期": "1960-01-02", "身份证号": ""}
        for mobility in ("行动自如", "长期卧床"):
            await desk.stored(book(row(1, **young, 行动能力=mobility)))
        assert await OutboxEntry.filter(topic="TierChanged").count() == 1


class TestFollowAll:
    async def test_finds_what_a_new_policy_makes_high(self, world: World, elder_id: UUID) -> None:
        assert await standing(elder_id) == set()
        township = await world.person(Role.TOWNSHIP, division=world.township)
        strict = RiskStandard(lives_alone=10)
        await set_policy(world.kernel, division_id=world.township.id, value=strict, starts_on=TODAY, by=township.viewer)
        assert await follow_all(world.kernel, TODAY) == 1
        assert await open_tasks(elder_id) == {TaskKind.HIGH_RISK}
        assert await follow_all(world.kernel, TODAY) == 0

    async def test_walks_through_every_batch(
        self, world: World, committee: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(alerting, "BATCH", 2)
        for number in range(5):
            await world.elder(name=f"李秀英{number}")
        await Elder.all().update(poor=True)
        assert await follow_all(world.kernel, TODAY) == 5


class TestReport:
    async def test_tells_the_township_once(self, world: World) -> None:
        for village in (world.village, world.village, world.neighbour):
            elder_id = await world.elder(village=village, name=f"李{uuid7().hex[:6]}")
            await Elder.filter(id=elder_id).update(poor=True)
        await follow_all(world.kernel, TODAY)
        assert [await report_key_help(world.kernel) for _ in range(2)] == [3, 0]
        assert await OutboxEntry.filter(topic="KeyHelpReported").count() == 2
        assert await AuditEvent.filter(tag=Tag.KEY_HELP_REPORTED, subject_id=world.village.id).count() == 1


class TestKeyHelp:
    async def test_lists_who_is_in_danger_or_hardship_and_why(self, world: World, committee: Person) -> None:
        frail, poor, _ = [await world.elder(name=name) for name in ("李一", "李二", "李三")]
        await change_facts(world.kernel, elder_id=frail, facts=FRAIL, by=committee.viewer)
        await change_facts(world.kernel, elder_id=poor, facts=some_facts(poor=True), by=committee.viewer)
        await report_key_help(world.kernel)
        rows = (await key_help(committee.viewer.scope)).rows
        assert [(each.elder_id, set(each.alerts), each.reported) for each in rows] == [
            (frail, {ALONE, AlertKind.HIGH_RISK}, True),
            (poor, set(), True),
        ]

    async def test_is_told_to_the_county_in_figures_by_village(self, world: World, committee: Person) -> None:
        for village in (world.village, world.village, world.neighbour):
            elder_id = await world.elder(village=village, name=f"李{uuid7().hex[:6]}")
            await Elder.filter(id=elder_id).update(poor=True)
        await follow_all(world.kernel, TODAY)
        await report_key_help(world.kernel)
        await world.elder()
        county = await world.person(Role.COUNTY, division=world.county)
        counted = await key_help_counts(county.viewer.scope)
        assert [(row.township, row.village, row.elders, row.reported) for row in counted] == [
            ("石门乡", "上坪村", 2, 2),
            ("石门乡", "下坪村", 1, 1),
        ]
        assert len(await key_help_counts(committee.viewer.scope)) == 1
        township = await world.person(Role.TOWNSHIP, division=world.township)
        rows = (await key_help(township.viewer.scope, village_id=world.neighbour.id)).rows
        assert [row.village for row in rows] == ["下坪村"]
        with pytest.raises(LevelTooLow):
            await key_help(county.viewer.scope)

    async def test_ends_at_the_village(self, world: World, committee: Person, elder_id: UUID) -> None:
        await change_facts(world.kernel, elder_id=elder_id, facts=FRAIL, by=committee.viewer)
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        assert (await key_help(other.viewer.scope)).rows == ()
        first = await key_help(committee.viewer.scope, limit=1)
        assert (len(first.rows), first.next_cursor) == (1, None)
