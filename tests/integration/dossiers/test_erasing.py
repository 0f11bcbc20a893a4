"""Past its time a file says nothing of anybody; counts and the audit trail say what they said."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.accounts.roles import Role
from backend.agreements.errors import AgreementNotFound
from backend.agreements.models import Agreement, Wish
from backend.agreements.queries import words
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.audit.trail import record
from backend.consents.models import Consent
from backend.corrections.models import Correction
from backend.dossiers import erasing
from backend.dossiers.erasing import ObjectEraser, erase, erase_due
from backend.dossiers.export import export_elder
from backend.dossiers.retention import RETENTION
from backend.elders.errors import FileIsErased
from backend.elders.findings import tier_history
from backend.elders.ledger import ledger
from backend.elders.models import AbilityAssessment, Elder, Erasure
from backend.elders.rules import AbilityLevel, LeaveReason
from backend.elders.staying import come_back, leave
from backend.elders.tiers import Mobility
from backend.families.models import FamilyMember
from backend.kit.clock import SetClock
from backend.outbox.box import drain
from backend.outbox.models import OutboxEntry
from backend.statistics.queries import figures
from backend.storage.local import LocalStorage
from backend.storage.models import Upload
from backend.visits.models import VisitReport
from tests.factories.database import dump
from tests.factories.dossiers import HIDDEN, NAME, SHOWN
from tests.factories.race import at_once
from tests.factories.village import MORNING, Person, World

LEFT = date(2026, 3, 10)
AFTER = {1: date(2027, 3, 10), 3: date(2029, 3, 10), 5: date(2031, 3, 10)}
HEALTH, FILE, AGREEMENTS = RETENTION


@pytest.fixture
async def gone(world: World, committee: Person, elder_id: UUID) -> UUID:
    """The elder left the register today."""
    await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=LEFT, by=committee.viewer)
    return elder_id


class TestTheTime:
    @pytest.mark.parametrize(
        ("years", "parts"),
        [(1, {"health"}), (3, {"health", "file"}), (5, {"health", "file", "agreements"})],
    )
    async def test_of_each_part_comes_to_the_day(self, world: World, gone: UUID, years: int, parts: set[str]) -> None:
        today = AFTER[years]
        assert await erase_due(world.kernel, today.replace(day=9)) == len(parts) - 1
        assert await erase_due(world.kernel, today) == 1
        assert {each.part for each in await Erasure.filter(elder_id=gone)} == parts

    async def test_never_comes_for_who_is_on_the_register(self, world: World, elder_id: UUID) -> None:
        assert await erase_due(world.kernel, date(2099, 1, 1)) == 0
        assert (await Elder.get(id=elder_id)).name == NAME

    async def test_once_over_is_over_once(self, world: World, gone: UUID) -> None:
        assert await erase_due(world.kernel, AFTER[5]) == 3
        assert await erase_due(world.kernel, AFTER[5]) == 0
        assert await AuditEvent.filter(subject_id=gone, tag=Tag.FILE_ERASED).count() == 3

    async def test_is_kept_in_batches_of_any_size(self, world: World, committee: Person) -> None:
        for _ in range(5):
            made = await world.elder()
            await leave(world.kernel, elder_id=made, reason=LeaveReason.DIED, on=LEFT, by=committee.viewer)
        assert await erase_due(world.kernel, AFTER[3], batch=2) == 10
        assert await Elder.filter(name="").count() == 5


class TestHealth:
    async def test_goes_first_and_leaves_the_rest(self, world: World, committee: Person, gone: UUID) -> None:
        await erase_due(world.kernel, AFTER[1])
        elder = await Elder.get(id=gone)
        assert (elder.ability_level, elder.mobility, elder.dementia) == (AbilityLevel.UNKNOWN, Mobility.UNKNOWN, None)
        assert (elder.name, await AbilityAssessment.all().count()) == (NAME, 0)
        [tier] = await tier_history(world.kernel, committee.viewer.scope, gone)
        assert (tier.reasons, tier.override and tier.override.reason) == ([], "")


class TestFile:
    async def test_holds_no_word_of_the_person_anywhere_in_the_database(
        self, world: World, database: str, committee: Person, gone: UUID
    ) -> None:
        before = await asyncio.to_thread(dump, database)
        assert [word for word in SHOWN if word not in before] == []
        assert [word for word in HIDDEN if word in before] == []
        await erase_due(world.kernel, AFTER[5])
        after = await asyncio.to_thread(dump, database)
        assert [word for word in (*SHOWN, *HIDDEN) if word in after] == []
        opened = msgspec.json.encode(await export_elder(world.kernel, elder_id=gone, by=committee.viewer)).decode()
        assert [word for word in (*SHOWN, *HIDDEN) if word in opened] == []

    async def test_keeps_the_rows_that_are_counted(self, world: World, gone: UUID) -> None:
        tables: tuple[Any, ...] = (Elder, Wish, VisitReport, Agreement, FamilyMember, Consent, Correction)
        before = [await table.all().count() for table in tables]
        await erase_due(world.kernel, AFTER[5])
        assert [await table.all().count() for table in tables] == before
        assert (await Elder.get(id=gone)).born_on == date(1949, 1, 1)
        assert await FamilyMember.filter(ended_at=None).count() == 0

    async def test_leaves_ledger_and_figures_as_they_were(self, world: World, gone: UUID) -> None:
        await world.elder()
        bureau = await world.person(Role.COUNTY, division=world.county)
        scope = msgspec.structs.replace(bureau.viewer.scope, today=AFTER[5])
        days = (LEFT.replace(day=9), LEFT, AFTER[1], AFTER[5])

        async def told() -> list[object]:
            counts: list[object] = [await ledger(scope, as_of=day, since=LEFT.replace(day=1)) for day in days]
            return [*counts, await figures(scope, LEFT.replace(day=1))]

        before = await told()
        assert await erase_due(world.kernel, AFTER[5]) == 3
        assert await told() == before

    async def test_leaves_the_audit_chain_whole(self, world: World, gone: UUID) -> None:
        before = await AuditEvent.filter(subject_id=gone).order_by("number").values("number", "link", "payload")
        await erase_due(world.kernel, AFTER[5])
        after = await AuditEvent.filter(subject_id=gone).order_by("number").values("number", "link", "payload")
        assert after[: len(before)] == before
        assert len(after) == len(before) + 3

    async def test_can_not_be_taken_up_again(self, world: World, committee: Person, gone: UUID) -> None:
        await erase_due(world.kernel, AFTER[3])
        with pytest.raises(FileIsErased):
            await come_back(world.kernel, elder_id=gone, on=LEFT, by=committee.viewer)

    async def test_of_an_agreement_is_no_longer_found(self, world: World, gone: UUID) -> None:
        agreement = await Agreement.get(elder_id=gone)
        await erase_due(world.kernel, AFTER[3])
        assert (await words(world.kernel, agreement.id)).text
        await erase_due(world.kernel, AFTER[5])
        with pytest.raises(AgreementNotFound):
            await words(world.kernel, agreement.id)


class TestTrouble:
    async def test_half_way_leaves_the_part_whole(
        self, world: World, gone: UUID, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def breaks(*_: object, **__: object) -> None:
            raise ConnectionError

        with monkeypatch.context() as broken:
            broken.setattr(erasing, "record", breaks)
            assert await erase_due(world.kernel, AFTER[5]) == 0
        assert (await Elder.get(id=gone)).name == NAME
        assert await Erasure.all().count() == 0
        assert await erase_due(world.kernel, AFTER[5]) == 3

    async def test_with_one_file_does_not_keep_the_others_waiting(
        self, world: World, committee: Person, gone: UUID, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = await world.elder()
        await leave(world.kernel, elder_id=other, reason=LeaveReason.DIED, on=LEFT, by=committee.viewer)

        async def breaks(kernel: object, subject: Any, *args: Any, **told: Any) -> None:
            if subject.id == gone:
                raise ConnectionError
            await record(world.kernel, subject, *args, **told)

        monkeypatch.setattr(erasing, "record", breaks)
        assert await erase_due(world.kernel, AFTER[3], batch=1) == 2
        assert (await Elder.get(id=other)).name == ""

    async def test_of_two_workers_at_once_erases_once(self, world: World, gone: UUID) -> None:
        both = [erase(world.kernel, gone, FILE, AFTER[3]) for _ in range(2)]
        assert sorted(await at_once(Elder.filter(id=gone), *both), key=str) == [False, True]
        assert await OutboxEntry.filter(topic="FileErased").count() == 1

    async def test_with_who_has_just_come_back_erases_nothing(
        self, world: World, committee: Person, gone: UUID
    ) -> None:
        await come_back(world.kernel, elder_id=gone, on=LEFT, by=committee.viewer)
        assert await erase(world.kernel, gone, FILE, AFTER[3]) is False


class TestObjects:
    async def test_of_an_erased_part_go_but_not_those_shared(
        self, world: World, committee: Person, gone: UUID, tmp_path: Path
    ) -> None:
        storage = LocalStorage(tmp_path / "objects", world.kernel.keys)
        paper = (await Agreement.get(elder_id=gone)).pdf_key
        assert paper is not None
        other = await world.elder()
        for key, elder in (("pictures/a", gone), ("pictures/b", gone), ("pictures/b", other)):
            account = committee.viewer.account_id
            await Upload.create(account_id=account, key=key, sha256="0", size=1, elder_id=elder, created_at=MORNING)
        for key in (paper, "pictures/a", "pictures/a.small", "pictures/b", "pictures/b.small"):
            await storage.put(key, b"x", aad=key)
        work = {"FileErased": (ObjectEraser(world.kernel, storage).on_file_erased,)}
        await erase_due(world.kernel, AFTER[3])
        await OutboxEntry.exclude(topic="FileErased").delete()
        assert isinstance(world.kernel.clock, SetClock)
        assert await drain(world.kernel, work) > 0
        kept = (paper, "pictures/b", "pictures/b.small")
        assert [await storage.exists(key) for key in kept] == [True, True, True]
        assert [await storage.exists(key) for key in ("pictures/a", "pictures/a.small")] == [False, False]
        await erase_due(world.kernel, AFTER[5])
        await drain(world.kernel, work)
        assert not await storage.exists(paper)
