"""The trail: with the change or not at all, one chain per subject, readable only with the keys."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

import msgspec
import pytest

from backend.accounts import actions as accounts
from backend.accounts.roles import Role
from backend.agreements.wishing import record_wish
from backend.audit.checking import Fault, Finding, check_chain
from backend.audit.models import AuditEvent, ChainHead
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.db import IntegrityError, execute, fetch, on_postgres, transaction
from backend.elders.actions import NewElder, register
from backend.elders.rules import Gender
from backend.families.actions import NewMember, name_member
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from backend.volunteers.actions import apply
from backend.volunteers.rules import RISK_NOTICE_VERSION
from tests.factories.evidence import evidence_key
from tests.factories.village import MORNING, Person, World
from tests.integration.db.pairs import count


class _Table(msgspec.Struct, frozen=True):
    name: str


async def everything() -> dict[str, int]:
    """Rows by table."""
    sql = (
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        if on_postgres()
        else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"
    )
    tables = [row.name for row in await fetch(_Table, sql)]
    return {name: await count(f'SELECT COUNT(*) AS found FROM "{name}"') for name in tables}


async def break_the_trail() -> None:
    """No event can be written any more."""
    await execute("CREATE UNIQUE INDEX one_event_ever ON audit_events ((1))")


Act = Callable[[World, Person, Person, UUID], Awaitable[object]]


async def _register(world: World, committee: Person, nobody: Person, elder_id: UUID) -> object:
    elder = NewElder("王", Gender.FEMALE, MORNING.date().replace(year=1940), "一组", living_alone=False)
    return await register(world.kernel, village_id=world.village.id, elder=elder, by=committee.viewer)


async def _name(world: World, committee: Person, nobody: Person, elder_id: UUID) -> object:
    member = NewMember(Duty.SUPPORTER, "王建国", "儿子", "13800000001")
    return await name_member(world.kernel, elder_id=elder_id, member=member, by=committee.viewer)


async def _wish(world: World, committee: Person, nobody: Person, elder_id: UUID) -> object:
    return await record_wish(
        world.kernel,
        evidence_key(),
        elder_id=elder_id,
        willing=True,
        words="愿意",
        witness=None,
        asked_at=MORNING,
        by=committee.viewer,
    )


async def _phone(world: World, committee: Person, nobody: Person, elder_id: UUID) -> object:
    await accounts.verify_phone(world.kernel, phone="13800000002", by=nobody.viewer)
    return None


async def _apply(world: World, committee: Person, nobody: Person, elder_id: UUID) -> object:
    return await apply(
        world.kernel, village_id=world.village.id, name="张", risk_notice=RISK_NOTICE_VERSION, by=committee.viewer
    )


async def _grant(world: World, committee: Person, nobody: Person, elder_id: UUID) -> object:
    return await accounts.grant(world.kernel, account_id=nobody.viewer.account_id, role=Role.CAREGIVER)


async def _open(world: World, committee: Person, nobody: Person, elder_id: UUID) -> object:
    return await accounts.account_of_openid(world.kernel, "o-new")


class TestRecord:
    @pytest.mark.parametrize("act", [_register, _name, _wish, _phone, _apply, _grant, _open])
    async def test_is_part_of_the_change_so_without_it_nothing_changes(self, world: World, act: Act) -> None:
        committee = await world.person(Role.COMMITTEE, division=world.village)
        nobody = await world.person(Role.SUPPORTER)
        await accounts.verify_phone(world.kernel, phone="13800000009", by=committee.viewer)
        elder_id = await world.elder()
        await AuditEvent.all().delete()
        await ChainHead.all().delete()
        await record(world.kernel, Subject("account", uuid7()), Tag.ACCOUNT_OPENED, by=PLATFORM)
        await break_the_trail()
        before = await everything()
        with pytest.raises(IntegrityError):
            await act(world, committee, nobody, elder_id)
        assert await everything() == before
        await execute("DROP INDEX one_event_ever")
        await act(world, committee, nobody, elder_id)
        assert (await everything())["audit_events"] > before["audit_events"]

    async def test_is_undone_with_the_change(self, world: World) -> None:
        subject = Subject("elder", uuid7())

        async def refused() -> None:
            async with transaction():
                await record(world.kernel, subject, Tag.ELDER_REGISTERED, by=PLATFORM)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await refused()
        assert not await AuditEvent.exists(subject_id=subject.id)
        assert not await ChainHead.exists(subject_id=subject.id)

    async def test_keeps_its_payload_encrypted(self, world: World) -> None:
        subject = Subject("elder", uuid7())
        await record(world.kernel, subject, Tag.FAMILY_NAMED, by=PLATFORM, member="somebody-secret")
        event = await AuditEvent.get(subject_id=subject.id)
        assert b"somebody-secret" not in bytes(event.payload or b"")
        opened = world.kernel.keys.decrypt(bytes(event.payload or b""), f"audit_events|payload|{event.id}")
        assert msgspec.json.decode(opened) == {"member": "somebody-secret"}


class TestChain:
    async def test_follows_from_link_to_link(self, world: World, certificate: bytes) -> None:
        subject = Subject("agreement", uuid7())
        for number in range(5):
            await record(world.kernel, subject, Tag.AGREEMENT_SIGNED, by=PLATFORM, number=number)
        assert await check_chain(world.kernel, certificate, subject.id) is None
        assert (await ChainHead.get(subject_id=subject.id)).number == 5

    @pytest.mark.parametrize("begun", [False, True])
    async def test_stays_one_under_writers_at_once(self, world: World, certificate: bytes, begun: bool) -> None:
        subject, writers = Subject("elder", uuid7()), 6
        if begun:
            await record(world.kernel, subject, Tag.ELDER_REGISTERED, by=PLATFORM)
        await asyncio.gather(
            *(record(world.kernel, subject, Tag.FAMILY_NAMED, by=PLATFORM, by_writer=each) for each in range(writers))
        )
        assert await AuditEvent.filter(subject_id=subject.id).count() == writers + begun
        assert await check_chain(world.kernel, certificate, subject.id) is None

    async def test_stays_whole_when_a_payload_is_erased(self, world: World, certificate: bytes) -> None:
        subject = Subject("elder", uuid7())
        for _ in range(3):
            await record(world.kernel, subject, Tag.FAMILY_NAMED, by=PLATFORM, member="gone")
        await AuditEvent.filter(subject_id=subject.id, number=2).update(payload=None, salt=None)
        assert await check_chain(world.kernel, certificate, subject.id) is None

    async def test_of_a_subject_nothing_happened_to_is_whole(self, world: World, certificate: bytes) -> None:
        assert await check_chain(world.kernel, certificate, uuid7()) is None

    @pytest.mark.parametrize(
        ("statement", "found"),
        [
            ("UPDATE audit_events SET role = 'county' WHERE number = 2", Finding(Fault.LINK_BROKEN, 2)),
            ("DELETE FROM audit_events WHERE number = 1", Finding(Fault.LINK_BROKEN, 2)),
            ("DELETE FROM audit_events WHERE number = 3", Finding(Fault.HEAD_DIFFERS, 2)),
            ("UPDATE audit_events SET salt = payload WHERE number = 3", Finding(Fault.PAYLOAD_CHANGED, 3)),
            ("UPDATE chain_heads SET number = 2", Finding(Fault.HEAD_DIFFERS, 3)),
        ],
    )
    async def test_tells_where_it_was_tampered_with(
        self, world: World, certificate: bytes, statement: str, found: Finding
    ) -> None:
        subject = Subject("elder", uuid7())
        for _ in range(3):
            await record(world.kernel, subject, Tag.FAMILY_NAMED, by=PLATFORM, member="x")
        await execute(statement)
        assert await check_chain(world.kernel, certificate, subject.id) == found

    async def test_does_not_take_a_payload_from_another_event(self, world: World, certificate: bytes) -> None:
        subject = Subject("elder", uuid7())
        for number in range(2):
            await record(world.kernel, subject, Tag.FAMILY_NAMED, by=PLATFORM, number=number)
        first, second = await AuditEvent.filter(subject_id=subject.id).order_by("number")
        await AuditEvent.filter(id=second.id).update(payload=first.payload, salt=first.salt)
        assert await check_chain(world.kernel, certificate, subject.id) == Finding(Fault.PAYLOAD_CHANGED, 2)
