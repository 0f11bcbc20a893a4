"""Storing an import: everybody in it or nobody, and a second time nothing."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest

from backend.accounts.models import Account
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.errors import ImportHasProblems, ImportNotChecked
from backend.elders.imports import importer as importing
from backend.elders.imports.storing import Storing, store_batch
from backend.elders.imports.vetting import Plan
from backend.elders.models import Elder, RegisterImport, Stay, TierOverrideRecord, TierSpan
from backend.elders.rules import EntryReason, ImportState, LeaveReason, PriorityTier, TierCause
from backend.families.models import FamilyMember
from backend.outbox.models import OutboxEntry
from tests.factories.race import at_once
from tests.factories.registers import HEADER, Desk, book, counted, figures, row
from tests.factories.sheets import id_number, xlsx
from tests.factories.village import MORNING

pytestmark = pytest.mark.usefixtures("counted")

TODAY = date(2026, 3, 10)


class TestStore:
    async def test_enters_each_elder_with_stay_tier_supporter_event_and_fact(self, desk: Desk) -> None:
        found = await desk.stored(book(row(1, 联系电话="13812345678"), row(2, 村="下坪村")))
        assert (found.state, figures(found), found.finished_at) == (ImportState.STORED, (2, 0, 0), MORNING)
        elder = await Elder.get(village_id=desk.world.village.id)
        keys = desk.world.kernel.keys
        assert keys.decrypt(bytes(elder.phone or b""), f"elders|phone|{elder.id}") == b"13812345678"
        assert elder.id_number_hash == keys.keyed_hash(id_number(date(1940, 1, 2), 2), "id_number")
        assert (elder.tier, elder.living_alone, elder.left_on) == (PriorityTier.HIGH, True, None)
        stay, span = await Stay.get(elder_id=elder.id), await TierSpan.get(elder_id=elder.id)
        assert (stay.entered, stay.starts_on, stay.ends_on) == (EntryReason.IMPORTED, TODAY, None)
        assert (span.tier, span.cause, span.reasons) == (elder.tier, TierCause.REGISTERED, '["aged_80"]')
        member = await FamilyMember.get(elder_id=elder.id)
        assert (member.name, member.phone_hash) == ("李强", keys.keyed_hash("13900000001", "phone"))
        [event] = await AuditEvent.filter(subject_id=elder.id)
        assert (event.tag, event.actor_id) == (Tag.ELDER_REGISTERED, desk.clerk.viewer.account_id)
        assert await AuditEvent.filter(subject_id=found.id, tag=Tag.IMPORT_STORED).count() == 1
        assert await OutboxEntry.filter(topic="ElderRegistered").count() == 2

    async def test_removes_the_file_when_it_is_stored(self, desk: Desk) -> None:
        await desk.checked(book(row(1)))
        assert len(desk.files()) == 1
        await desk.stored(book(row(1)))
        assert desk.files() == []

    async def test_of_the_same_rows_again_changes_nothing(self, desk: Desk) -> None:
        rows = [row(each) for each in range(1, 6)]
        await desk.stored(book(*rows))
        before = await counted()
        again = await desk.stored(xlsx([HEADER, *rows]))
        assert figures(again) == (0, 0, 5)
        # Handed in, confirmed, stored: of the file, not of any elder.
        before[4] += 3
        assert await counted() == before

    async def test_changes_what_the_file_says_and_keeps_what_it_does_not_say(self, desk: Desk) -> None:
        await desk.stored(book(row(1, 联系电话="13812345678", 行动能力="行动不便")))
        changed = await desk.stored(book(row(1, 是否独居="否", 行动能力="", 赡养人1电话="13700000001")))
        assert figures(changed) == (0, 1, 0)
        elder = await Elder.get()
        assert (elder.living_alone, elder.mobility, elder.phone is None) == (False, "difficult", False)
        assert await FamilyMember.filter(elder_id=elder.id).count() == 2
        assert await TierSpan.filter(elder_id=elder.id).count() == 1
        events = await AuditEvent.filter(subject_id=elder.id).order_by("number")
        assert [event.tag for event in events] == [Tag.ELDER_REGISTERED, Tag.ELDER_REWRITTEN_BY_IMPORT]

    async def test_moves_an_elder_to_the_village_the_file_says(self, desk: Desk) -> None:
        await desk.stored(book(row(1)))
        desk.world.clock.advance(timedelta(days=3))
        await desk.stored(book(row(1, 村="下坪村")))
        first, second = await Stay.all().order_by("starts_on")
        assert (first.ends_on, first.left) == (second.starts_on, LeaveReason.MOVED_WITHIN)
        assert (second.village_id, second.entered) == (desk.world.neighbour.id, EntryReason.MOVED_IN)
        assert (await Elder.get()).village_id == desk.world.neighbour.id

    async def test_begins_a_tier_span_where_the_tier_changes(self, desk: Desk) -> None:
        young = {"身份证号": id_number(date(1955, 5, 5), 2)}
        await desk.stored(book(row(1, 行动能力="行动不便", **young)))
        desk.world.clock.advance(timedelta(days=3))
        await desk.stored(book(row(1, 行动能力="长期卧床", **young)))
        first, second = await TierSpan.all().order_by("starts_on")
        assert (first.tier, first.ends_on) == (PriorityTier.MEDIUM, second.starts_on)
        assert (second.tier, second.cause) == (PriorityTier.HIGH, TierCause.FACTS_CHANGED)
        assert (await Elder.get()).tier is PriorityTier.HIGH

    async def test_leaves_an_override_in_force(self, desk: Desk) -> None:
        young = {"身份证号": id_number(date(1955, 5, 5), 2)}
        await desk.stored(book(row(1, 行动能力="行动不便", **young)))
        elder, by = await Elder.get(), desk.clerk.viewer.account_id
        await TierOverrideRecord.create(
            elder_id=elder.id,
            tier=PriorityTier.HIGH,
            reason=b"",
            set_by=by,
            starts_on=TODAY,
            ends_on=TODAY + timedelta(days=30),
            set_at=MORNING,
        )
        await desk.stored(book(row(1, 行动能力="行动自如", **young)))
        assert (await Elder.get()).tier is PriorityTier.HIGH

    async def test_lets_the_holder_of_a_verified_phone_claim_the_place(self, desk: Desk) -> None:
        keys = desk.world.kernel.keys
        holder = await Account.create(
            name="李强", created_at=MORNING, phone_hash=keys.keyed_hash("13900000001", "phone")
        )
        await desk.stored(book(row(1), row(2)))
        assert await FamilyMember.filter(account_id=holder.id).count() == 1
        assert await OutboxEntry.filter(topic="PlaceClaimed").count() == 1

    async def test_is_refused_before_the_check_with_problems_and_twice(self, desk: Desk) -> None:
        import_id = await desk.hands_in(book(row(1)))
        with pytest.raises(ImportNotChecked):
            await desk.confirms(import_id)
        await desk.importer.work()
        await desk.confirms(import_id)
        for _ in range(2):
            with pytest.raises(ImportNotChecked):
                await desk.confirms(import_id)
            await desk.importer.work()
        with pytest.raises(ImportHasProblems):
            await desk.confirms(await desk.checked(book(row(2, 村="没有的村"))))

    async def test_of_two_at_once_is_said_once(self, desk: Desk) -> None:
        import_id = await desk.checked(book(row(1)))
        outcomes = await at_once(
            RegisterImport.filter(id=import_id), desk.confirms(import_id), desk.confirms(import_id)
        )
        assert [type(each) for each in outcomes if each is not None] == [ImportNotChecked]
        assert await AuditEvent.filter(subject_id=import_id, tag=Tag.IMPORT_CONFIRMED).count() == 1

    async def test_by_two_workers_at_once_enters_everybody_once(self, desk: Desk) -> None:
        import_id = await desk.checked(book(*(row(each) for each in range(1, 40))))
        await desk.confirms(import_id)
        await asyncio.gather(desk.importer.work(), desk.importer.work())
        assert await Elder.all().count() == await OutboxEntry.filter(topic="ElderRegistered").count() == 39
        assert await AuditEvent.filter(tag=Tag.IMPORT_STORED).count() == 1

    async def test_stores_nothing_when_the_last_row_can_no_longer_be_taken(self, desk: Desk) -> None:
        import_id = await desk.checked(book(*(row(each) for each in range(1, 420))))
        await desk.confirms(import_id)
        await desk.enters_far_away(419)
        before = await counted()
        await desk.importer.work()
        assert await counted() == before
        assert (await desk.sees(import_id)).state == ImportState.CHECKING
        await desk.importer.work()
        assert [each.row for each in await desk.problems(import_id)] == [420]

    async def test_that_breaks_half_way_leaves_nothing_and_is_tried_again(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import_id = await desk.checked(book(*(row(each) for each in range(1, 420))))
        await desk.confirms(import_id)
        before, calls = await counted(), list[int]()

        async def breaks(storing: Storing, plans: Sequence[Plan], *, due_at: datetime) -> None:
            calls.append(1)
            if len(calls) == 3:
                raise ZeroDivisionError
            await store_batch(storing, plans, due_at=due_at)

        monkeypatch.setattr(importing, "store_batch", breaks)
        importer = desk.importer
        assert not await importer.work()
        assert await counted() == before
        assert await importer.work()
        assert figures(await desk.sees(import_id)) == (419, 0, 0)

    async def test_that_breaks_for_ever_is_refused_in_the_end(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import_id = await desk.checked(book(row(1)))
        await desk.confirms(import_id)

        async def breaks(*given: object, **named: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(importing, "store_batch", breaks)
        importer = desk.importer
        for _ in range(importing.TRIES + 1):
            assert not await importer.work()
        assert (await desk.sees(import_id)).refusal == "import_failed"
        assert await Elder.all().count() == 0

    async def test_lets_other_facts_be_told_in_between(self, desk: Desk) -> None:
        await desk.stored(book(*(row(each) for each in range(1, 420))))
        due = {entry.due_at for entry in await OutboxEntry.filter(topic="ElderRegistered")}
        assert sorted(due) == [MORNING, MORNING + importing.PACE, MORNING + 2 * importing.PACE]
