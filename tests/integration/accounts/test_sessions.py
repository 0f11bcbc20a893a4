"""WeChat sign-in, sessions, phones, roles."""

import asyncio
from datetime import timedelta

import pytest

from backend.accounts.actions import (
    OFFICE_SESSION_LIFE,
    SESSION_LIFE,
    account_of_openid,
    act_as,
    grant,
    open_session,
    sign_out,
    verify_phone,
)
from backend.accounts.errors import NoSuchMembership, NoWeChat, PhoneBelongsToAnother
from backend.accounts.models import Account, Membership, Session
from backend.accounts.queries import hash_token, memberships, openid_of, viewer_of
from backend.accounts.roles import Role
from backend.accounts.rules import SignInWay
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from tests.factories.village import World


class TestWeChat:
    async def test_opens_one_account_however_often_one_signs_in(self, world: World) -> None:
        first = await account_of_openid(world.kernel, "o-1")
        assert (await account_of_openid(world.kernel, "o-1")).id == first.id
        assert (await account_of_openid(world.kernel, "o-2")).id != first.id
        assert await openid_of(world.kernel, first.id) == "o-1"

    async def test_opens_one_account_for_several_sign_ins_at_once(self, world: World) -> None:
        found = await asyncio.gather(*(account_of_openid(world.kernel, "o-1") for _ in range(5)))
        assert len({account.id for account in found}) == 1
        assert await Account.all().count() == 1
        assert await AuditEvent.filter(tag=Tag.ACCOUNT_OPENED).count() == 1

    async def test_is_asked_for_where_an_account_has_none(self, world: World) -> None:
        person = await world.person(Role.SUPPORTER)
        with pytest.raises(NoWeChat):
            await openid_of(world.kernel, person.viewer.account_id)


class TestSession:
    async def test_keeps_a_hash_and_never_the_token(self, world: World) -> None:
        person = await world.person(Role.SUPPORTER)
        kept = await Session.get()
        assert bytes(kept.token_hash) == hash_token(person.token)
        assert person.token.encode() not in bytes(kept.token_hash)

    @pytest.mark.parametrize(
        ("way", "life"),
        [
            (SignInWay.WECHAT, SESSION_LIFE),
            (SignInWay.OFFICE, OFFICE_SESSION_LIFE),
            (SignInWay.QR, OFFICE_SESSION_LIFE),
        ],
    )
    async def test_ends_by_itself(self, world: World, way: SignInWay, life: timedelta) -> None:
        account = await account_of_openid(world.kernel, "o-1")
        token = await open_session(world.kernel, account.id, way)
        world.clock.advance(life - timedelta(seconds=1))
        assert await viewer_of(token, world.clock.now()) is not None
        world.clock.advance(timedelta(seconds=1))
        assert await viewer_of(token, world.clock.now()) is None

    async def test_ends_at_sign_out_and_leaves_the_other_device_signed_in(self, world: World) -> None:
        person = await world.person(Role.SUPPORTER)
        other = await world.sign_in(person.viewer.account_id)
        await sign_out(world.kernel, by=person.viewer)
        assert await viewer_of(person.token, world.clock.now()) is None
        assert await viewer_of(other.token, world.clock.now()) is not None

    @pytest.mark.parametrize("forged", ["", "x" * 43, "' OR 1=1 --"])
    async def test_is_not_found_by_a_forged_token(self, world: World, forged: str) -> None:
        await world.person(Role.SUPPORTER)
        assert await viewer_of(forged, world.clock.now()) is None

    async def test_without_a_role_gets_the_first_one_granted(self, world: World) -> None:
        account = await account_of_openid(world.kernel, "o-1")
        waiting = await world.sign_in(account.id)
        assert waiting.viewer.role is None
        await grant(world.kernel, account_id=account.id, role=Role.SUPPORTER)
        viewer = await viewer_of(waiting.token, world.clock.now())
        assert viewer is not None
        assert viewer.role is Role.SUPPORTER


class TestActAs:
    async def test_changes_to_another_role_of_one_s_own(self, world: World) -> None:
        person = await world.person(Role.SUPPORTER)
        second = await grant(world.kernel, account_id=person.viewer.account_id, role=Role.VOLUNTEER)
        await act_as(world.kernel, membership_id=second.id, by=person.viewer)
        viewer = await viewer_of(person.token, world.clock.now())
        assert viewer is not None
        assert viewer.role is Role.VOLUNTEER

    async def test_refuses_another_person_s_role(self, world: World) -> None:
        person, other = await world.person(Role.SUPPORTER), await world.person(Role.COMMITTEE, division=world.village)
        assert other.viewer.membership_id is not None
        with pytest.raises(NoSuchMembership):
            await act_as(world.kernel, membership_id=other.viewer.membership_id, by=person.viewer)

    @pytest.mark.parametrize(("starts", "ends"), [(1, None), (-9, 0)])
    async def test_refuses_a_role_not_yet_or_no_longer_held(self, world: World, starts: int, ends: int | None) -> None:
        person = await world.person(Role.SUPPORTER)
        second = await grant(world.kernel, account_id=person.viewer.account_id, role=Role.VOLUNTEER)
        today = person.viewer.today
        await Membership.filter(id=second.id).update(
            starts_on=today + timedelta(days=starts), ends_on=None if ends is None else today + timedelta(days=ends)
        )
        with pytest.raises(NoSuchMembership):
            await act_as(world.kernel, membership_id=second.id, by=person.viewer)


class TestGrant:
    async def test_of_several_at_once_is_one_membership(self, world: World) -> None:
        account = await account_of_openid(world.kernel, "o-1")
        await asyncio.gather(
            *(grant(world.kernel, account_id=account.id, role=Role.SUPPORTER) for _ in range(4)),
            *(
                grant(world.kernel, account_id=account.id, role=Role.TOWNSHIP, division_id=world.township.id)
                for _ in "ab"
            ),
        )
        held = await memberships(account.id, world.village.starts_on.replace(year=2030))
        assert sorted(row.role for row in held) == ["supporter", "township"]


class TestPhone:
    async def test_is_kept_encrypted_and_found_by_its_hash(self, world: World) -> None:
        person = await world.person(Role.SUPPORTER)
        await verify_phone(world.kernel, phone="13800000001", by=person.viewer)
        kept = await Account.get(id=person.viewer.account_id)
        assert b"13800000001" not in bytes(kept.phone or b"")
        assert bytes(kept.phone_hash or b"") == world.kernel.keys.keyed_hash("13800000001", "phone")
        opened = world.kernel.keys.decrypt(bytes(kept.phone or b""), f"accounts|phone|{kept.id}")
        assert opened == b"13800000001"

    async def test_of_another_account_is_refused(self, world: World) -> None:
        first, second = await world.person(Role.SUPPORTER), await world.person(Role.SUPPORTER)
        await verify_phone(world.kernel, phone="13800000001", by=first.viewer)
        await verify_phone(world.kernel, phone="13800000001", by=first.viewer)
        with pytest.raises(PhoneBelongsToAnother):
            await verify_phone(world.kernel, phone="13800000001", by=second.viewer)

    async def test_verified_by_two_accounts_at_once_belongs_to_one(self, world: World) -> None:
        people = [await world.person(Role.SUPPORTER) for _ in range(3)]
        outcomes = await asyncio.gather(
            *(verify_phone(world.kernel, phone="13800000001", by=person.viewer) for person in people),
            return_exceptions=True,
        )
        assert sorted(type(outcome).__name__ for outcome in outcomes) == [
            "NoneType",
            "PhoneBelongsToAnother",
            "PhoneBelongsToAnother",
        ]
