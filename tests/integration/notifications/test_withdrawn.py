"""WeChat says that somebody took back what we had from it, or is gone: once, at once, and proven."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from backend.accounts.actions import verify_phone
from backend.accounts.models import Account, Membership
from backend.accounts.queries import viewer_of
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.dossiers.erasing import ObjectEraser
from backend.families.actions import claim_places
from backend.families.models import FamilyMember
from backend.notifications.actions import take_push
from backend.notifications.models import Notification
from backend.outbox.box import drain
from backend.outbox.models import OutboxEntry
from backend.settings import Settings
from backend.storage.local import LocalStorage
from backend.storage.models import Upload
from backend.wechat.events import AccountCancelled, AuthorizationRevoked, Push, Withdrawn
from tests.factories.calls import Family, give_openid
from tests.factories.village import MORNING, Person, World
from tests.integration.notifications.conftest import PostOffice

TEMPLATES = Settings.read({}).wechat.templates
PHONE, SOON = "13900000000", MORNING + timedelta(minutes=1)


@pytest.fixture
async def openid(world: World, family: Family) -> str:
    """The son came by WeChat, with his phone."""
    await verify_phone(world.kernel, phone=PHONE, by=family.son.viewer)
    return await give_openid(world, family.son)


async def revoked(world: World, openid: str, *codes: str, key: str = "1") -> None:
    await take_push(world.kernel, Push(key, SOON, AuthorizationRevoked(openid, frozenset(codes))), TEMPLATES)


async def cancelled(world: World, openid: str, key: str = "1") -> None:
    await take_push(world.kernel, Push(key, SOON, AccountCancelled(openid)), TEMPLATES)


async def still_in(world: World, person: Person) -> bool:
    return await viewer_of(person.token, world.clock.now()) is not None


async def trail(person: Person) -> int:
    return await AuditEvent.filter(subject_id=person.viewer.account_id, tag=Tag.AUTHORIZATION_WITHDRAWN).count()


async def kept_of(person: Person) -> tuple[bool, bool]:
    """Whether phone and openid are still there, in any column."""
    account = await Account.get(id=person.viewer.account_id)
    phone = bool(account.phone or account.phone_hash or account.phone_verified_at)
    return phone, bool(account.openid or account.openid_hash)


async def work(world: World, storage: LocalStorage) -> None:
    """The worker's part, twice over."""
    handler = ObjectEraser(world.kernel, storage).on_authorization_withdrawn
    await OutboxEntry.exclude(topic="AuthorizationWithdrawn").delete()
    await drain(world.kernel, {"AuthorizationWithdrawn": (handler, handler)})


class TestRevoking:
    async def test_the_phone_erases_it_and_ends_every_session(self, world: World, family: Family, openid: str) -> None:
        other = await world.sign_in(family.son.viewer.account_id)
        await revoked(world, openid, Withdrawn.PHONE)
        assert await kept_of(family.son) == (False, True)
        assert not await still_in(world, family.son)
        assert not await still_in(world, other)
        assert await still_in(world, family.daughter)
        assert (await Account.get(id=family.son.viewer.account_id)).name == "张伟"

    async def test_something_else_leaves_the_phone(self, world: World, family: Family, openid: str) -> None:
        await revoked(world, openid, Withdrawn.LOCATION, "99")
        assert await kept_of(family.son) == (True, True)
        assert not await still_in(world, family.son)

    async def test_told_again_or_late_ends_no_later_session_and_no_phone_verified_since(
        self, world: World, family: Family, openid: str
    ) -> None:
        await revoked(world, openid, Withdrawn.PHONE)
        world.clock.advance(timedelta(hours=1))
        again = await world.sign_in(family.son.viewer.account_id)
        await verify_phone(world.kernel, phone=PHONE, by=again.viewer)
        await revoked(world, openid, Withdrawn.PHONE)
        assert await still_in(world, again)
        await revoked(world, openid, Withdrawn.PHONE, key="2")
        assert await kept_of(family.son) == (True, True)
        assert await trail(family.son) == 2

    async def test_is_told_to_the_person(self, office: PostOffice, family: Family, openid: str) -> None:
        await revoked(office.world, openid, Withdrawn.PHONE)
        await office.deliver()
        assert await office.inbox(family.son) == ["您收回的微信授权已经生效"]

    async def test_pictures_takes_those_that_are_in_no_file(
        self, world: World, family: Family, openid: str, tmp_path: Path
    ) -> None:
        storage, account = LocalStorage(tmp_path / "objects", world.kernel.keys), family.son.viewer.account_id
        for key, elder_id in (("pictures/a", None), ("pictures/b", None), ("pictures/b", family.elder_id)):
            await Upload.create(account_id=account, key=key, sha256="0", size=1, elder_id=elder_id, created_at=MORNING)
        for key in ("pictures/a", "pictures/a.small", "pictures/b", "pictures/b.small"):
            await storage.put(key, b"x", aad=key)
        await revoked(world, openid, Withdrawn.PICTURES)
        await work(world, storage)
        assert [row.elder_id for row in await Upload.filter(account_id=account)] == [family.elder_id]
        assert [await storage.exists(key) for key in ("pictures/a", "pictures/a.small")] == [False, False]
        assert [await storage.exists(key) for key in ("pictures/b", "pictures/b.small")] == [True, True]


class TestCancelling:
    async def test_erases_all_that_came_through_wechat_once(self, world: World, family: Family, openid: str) -> None:
        for _ in range(3):
            await cancelled(world, openid)
        await cancelled(world, openid, key="2")
        assert await kept_of(family.son) == (False, False)
        assert not await still_in(world, family.son)
        assert await trail(family.son) == 1
        assert await OutboxEntry.filter(topic="AuthorizationWithdrawn").count() == 1

    async def test_ends_the_roles_and_gives_the_places_back_for_the_committee_to_see(
        self, world: World, family: Family, openid: str, tmp_path: Path
    ) -> None:
        await cancelled(world, openid)
        await work(world, LocalStorage(tmp_path / "objects", world.kernel.keys))
        assert await Membership.filter(account_id=family.son.viewer.account_id, ends_on=None).count() == 0
        place = await FamilyMember.get(elder_id=family.elder_id, name="张伟")
        assert (place.account_id, place.claimed_at, place.confirmed_at) == (None, None, None)
        assert await AuditEvent.filter(subject_id=family.elder_id, tag=Tag.FAMILY_RELEASED).count() == 1
        assert await FamilyMember.exclude(account_id=None).count() == 1
        await FamilyMember.filter(id=place.id).update(phone_hash=world.kernel.keys.keyed_hash(PHONE, "phone"))
        newcomer = await world.sign_in((await Account.create(name="", created_at=MORNING)).id)
        await verify_phone(world.kernel, phone=PHONE, by=newcomer.viewer)
        assert await claim_places(world.kernel, by=newcomer.viewer) == 1

    async def test_leaves_an_office_its_login(self, world: World, family: Family, openid: str) -> None:
        account: UUID = family.son.viewer.account_id
        await Account.filter(id=account).update(login="zhang")
        await cancelled(world, openid)
        assert await kept_of(family.son) == (False, False)
        assert await Membership.filter(account_id=account, ends_on=None).count() == 1
        assert not await still_in(world, family.son)

    async def test_of_somebody_we_never_knew_is_nothing(self, world: World) -> None:
        await cancelled(world, "o-nobody")
        assert await AuditEvent.filter(tag=Tag.AUTHORIZATION_WITHDRAWN).count() == 0
        assert await Notification.all().count() == 0
