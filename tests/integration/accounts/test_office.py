"""Officials' own login: invited once, password and one-time code, each code once; and the desktop's QR."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pyotp
import pytest
from argon2 import PasswordHasher

from backend.accounts import desktop
from backend.accounts import office as at_office
from backend.accounts.errors import (
    InvitationNotValid,
    LoginTaken,
    NotYourDivision,
    PasswordTooWeak,
    RoleCannot,
    SignInFailed,
    SignInLater,
)
from backend.accounts.models import Account, DesktopSignIn, Invitation
from backend.accounts.office import INVITATION_LIFE, accept_invitation, invite, sign_in_at_office
from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from tests.factories.village import World

PASSWORD = "山里的枇杷黄了又黄一年"  # eleven
HASHER = at_office._hasher


@pytest.fixture(autouse=True)
def hashes_are_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a hash costs is told by one test; the others would only wait for it."""
    monkeypatch.setattr(at_office, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def test_a_password_costs_a_thief_what_rfc_9106_asks() -> None:
    """Its second choice: three passes over 64 MiB."""
    assert HASHER.time_cost >= 3
    assert HASHER.memory_cost >= 64 * 1024


class Office:
    """An invited official and the app that shows the codes."""

    def __init__(self, world: World, totp: pyotp.TOTP) -> None:
        self.world, self.totp = world, totp

    @property
    def code(self) -> str:
        return self.totp.at(self.world.clock.now())

    async def sign_in(self, *, login: str = "zhao", password: str = PASSWORD + "。", code: str | None = None) -> str:
        return await sign_in_at_office(
            self.world.kernel, login=login, password=password, one_time_code=code or self.code
        )


async def invited(world: World, role: Role = Role.COMMITTEE) -> str:
    """An invitation's token, by the county."""
    county = await world.person(Role.COUNTY, division=world.county)
    division = {Role.COMMITTEE: world.village, Role.TOWNSHIP: world.township, Role.COUNTY: world.county}[role]
    return await invite(world.kernel, name="赵志强", role=role, division_id=division.id, by=county.viewer)


async def accepted(world: World, login: str = "zhao") -> Office:
    made = await accept_invitation(world.kernel, token=await invited(world), login=login, password=PASSWORD + "。")
    totp = pyotp.parse_uri(made.totp_uri)
    assert isinstance(totp, pyotp.TOTP)
    return Office(world, totp)


class TestInvite:
    @pytest.mark.parametrize(
        ("inviter", "role", "where"),
        [
            (Role.COUNTY, Role.COUNTY, "county"),
            (Role.COUNTY, Role.TOWNSHIP, "township"),
            (Role.COUNTY, Role.COMMITTEE, "village"),
            (Role.TOWNSHIP, Role.TOWNSHIP, "township"),
            (Role.TOWNSHIP, Role.COMMITTEE, "village"),
            (Role.COMMITTEE, Role.COMMITTEE, "village"),
        ],
    )
    async def test_reaches_one_s_own_level_and_those_below(
        self, world: World, inviter: Role, role: Role, where: str
    ) -> None:
        own = {Role.COUNTY: world.county, Role.TOWNSHIP: world.township, Role.COMMITTEE: world.village}[inviter]
        by = (await world.person(inviter, division=own)).viewer
        await invite(world.kernel, name="赵", role=role, division_id=getattr(world, where).id, by=by)
        assert await Invitation.all().count() == 1

    @pytest.mark.parametrize(
        ("inviter", "role", "where"),
        [
            (Role.COMMITTEE, Role.TOWNSHIP, "township"),
            (Role.COMMITTEE, Role.COMMITTEE, "neighbour"),
            (Role.COMMITTEE, Role.TOWNSHIP, "village"),
            (Role.TOWNSHIP, Role.COUNTY, "township"),
            (Role.TOWNSHIP, Role.COMMITTEE, "county"),
            # A committee's member sees whole files: never for a township or a county at once.
            (Role.COUNTY, Role.COMMITTEE, "county"),
            (Role.COUNTY, Role.COMMITTEE, "township"),
            (Role.TOWNSHIP, Role.COMMITTEE, "township"),
            (Role.COUNTY, Role.TOWNSHIP, "county"),
            (Role.COUNTY, Role.VOLUNTEER, "village"),
            (Role.COUNTY, Role.SUPPORTER, "village"),
        ],
    )
    async def test_reaches_no_further(self, world: World, inviter: Role, role: Role, where: str) -> None:
        own = {Role.COUNTY: world.county, Role.TOWNSHIP: world.township, Role.COMMITTEE: world.village}[inviter]
        by = (await world.person(inviter, division=own)).viewer
        with pytest.raises(NotYourDivision):
            await invite(world.kernel, name="赵", role=role, division_id=getattr(world, where).id, by=by)
        assert await Invitation.all().count() == 0

    async def test_is_for_offices_alone(self, world: World) -> None:
        by = (await world.person(Role.VOLUNTEER)).viewer
        with pytest.raises(RoleCannot):
            await invite(world.kernel, name="赵", role=Role.COMMITTEE, division_id=world.village.id, by=by)


class TestAccept:
    async def test_opens_an_account_with_the_role_that_was_meant(self, world: World) -> None:
        office = await accepted(world)
        viewer = await viewer_of(await office.sign_in(), world.clock.now())
        assert viewer is not None
        assert (viewer.name, viewer.role, viewer.division_id) == ("赵志强", Role.COMMITTEE, world.village.id)

    async def test_works_once(self, world: World) -> None:
        token = await invited(world)
        await accept_invitation(world.kernel, token=token, login="zhao", password=PASSWORD + "。")
        with pytest.raises(InvitationNotValid):
            await accept_invitation(world.kernel, token=token, login="qian", password=PASSWORD + "。")

    async def test_at_once_by_two_works_for_one(self, world: World) -> None:
        token = await invited(world)
        outcomes = await asyncio.gather(
            *(
                accept_invitation(world.kernel, token=token, login=login, password=PASSWORD + "。")
                for login in ("zhao", "qian")
            ),
            return_exceptions=True,
        )
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["InvitationNotValid", "NewLogin"]

    async def test_ends_after_its_week(self, world: World) -> None:
        token = await invited(world)
        world.clock.advance(INVITATION_LIFE)
        with pytest.raises(InvitationNotValid):
            await accept_invitation(world.kernel, token=token, login="zhao", password=PASSWORD + "。")

    async def test_refuses_an_unknown_token(self, world: World) -> None:
        with pytest.raises(InvitationNotValid):
            await accept_invitation(world.kernel, token="x" * 32, login="zhao", password=PASSWORD + "。")

    async def test_refuses_a_short_password(self, world: World) -> None:
        with pytest.raises(PasswordTooWeak):
            await accept_invitation(world.kernel, token=await invited(world), login="zhao", password=PASSWORD)

    async def test_refuses_a_login_in_use_and_stays_open(self, world: World) -> None:
        await accepted(world)
        token = await invited(world)
        with pytest.raises(LoginTaken):
            await accept_invitation(world.kernel, token=token, login="zhao", password=PASSWORD + "。")
        await accept_invitation(world.kernel, token=token, login="qian", password=PASSWORD + "。")

    async def test_of_two_with_one_login_at_once_leaves_one(self, world: World) -> None:
        tokens = [await invited(world), await invited(world)]
        outcomes = await asyncio.gather(
            *(accept_invitation(world.kernel, token=each, login="zhao", password=PASSWORD + "。") for each in tokens),
            return_exceptions=True,
        )
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["LoginTaken", "NewLogin"]

    async def test_keeps_neither_password_nor_code_secret_readable(self, world: World) -> None:
        office = await accepted(world)
        kept = await Account.get(login="zhao")
        assert (kept.password_hash or "").startswith("$argon2id$")
        assert office.totp.secret.encode() not in bytes(kept.totp_secret or b"")


class TestSignIn:
    async def test_takes_each_code_once(self, world: World) -> None:
        office = await accepted(world)
        code = office.code
        await office.sign_in(code=code)
        with pytest.raises(SignInFailed):
            await office.sign_in(code=code)
        world.clock.advance(timedelta(seconds=30))
        await office.sign_in()

    async def test_takes_one_code_once_for_two_at_once(self, world: World) -> None:
        office = await accepted(world)
        outcomes = await asyncio.gather(office.sign_in(), office.sign_in(), return_exceptions=True)
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["SignInFailed", "str"]

    @pytest.mark.parametrize(("seconds", "taken"), [(-60, False), (-30, True), (30, True), (60, False)])
    async def test_takes_the_code_of_a_clock_half_a_minute_off(self, world: World, seconds: int, taken: bool) -> None:
        office = await accepted(world)
        code = office.totp.at(world.clock.now() + timedelta(seconds=seconds))
        if taken:
            await office.sign_in(code=code)
        else:
            with pytest.raises(SignInFailed):
                await office.sign_in(code=code)

    async def test_says_the_same_whatever_was_wrong(self, world: World) -> None:
        office = await accepted(world)
        wrong_code = f"{(int(office.code) + 1) % 1_000_000:06d}"
        said = []
        for attempt in (
            office.sign_in(login="nobody"),
            office.sign_in(password="wrong"),
            office.sign_in(code=wrong_code),
            office.sign_in(code="１２３４５６"),
        ):
            with pytest.raises(SignInFailed) as refused:
                await attempt
            said.append((refused.value.code, refused.value.field, str(refused.value)))
        assert len(set(said)) == 1

    async def test_compares_a_password_even_for_an_unknown_login(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from backend.accounts import office

        compared: list[str] = []

        def matches(known: str, given: str) -> bool:
            compared.append(known)
            return False

        monkeypatch.setattr(office, "_matches", matches)
        with pytest.raises(SignInFailed):
            await sign_in_at_office(world.kernel, login="nobody", password="x", one_time_code="000000")
        assert len(compared) == 1
        assert compared[0].startswith("$argon2id$")


class TestDesktop:
    async def test_is_let_in_under_the_role_of_who_confirmed(self, world: World) -> None:
        person = await world.person(Role.COMMITTEE, division=world.village)
        sign_in_id, secret = await desktop.begin(world.kernel)
        await desktop.confirm(world.kernel, sign_in_id=sign_in_id, by=person.viewer)
        token = await desktop.take(world.kernel, sign_in_id=sign_in_id, secret=secret)
        viewer = await viewer_of(token, world.clock.now())
        assert viewer is not None
        assert (viewer.account_id, viewer.role) == (person.viewer.account_id, Role.COMMITTEE)

    async def test_waits_until_it_is_confirmed(self, world: World) -> None:
        sign_in_id, secret = await desktop.begin(world.kernel)
        with pytest.raises(SignInLater):
            await desktop.take(world.kernel, sign_in_id=sign_in_id, secret=secret)

    async def test_is_confirmed_once(self, world: World) -> None:
        person, other = await world.person(Role.SUPPORTER), await world.person(Role.SUPPORTER)
        sign_in_id, _ = await desktop.begin(world.kernel)
        await desktop.confirm(world.kernel, sign_in_id=sign_in_id, by=person.viewer)
        for viewer in (person.viewer, other.viewer):
            with pytest.raises(SignInFailed):
                await desktop.confirm(world.kernel, sign_in_id=sign_in_id, by=viewer)

    async def test_is_taken_once_even_by_two_at_once(self, world: World) -> None:
        person = await world.person(Role.SUPPORTER)
        sign_in_id, secret = await desktop.begin(world.kernel)
        await desktop.confirm(world.kernel, sign_in_id=sign_in_id, by=person.viewer)
        outcomes = await asyncio.gather(
            *(desktop.take(world.kernel, sign_in_id=sign_in_id, secret=secret) for _ in "ab"), return_exceptions=True
        )
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["SignInFailed", "str"]

    @pytest.mark.parametrize("confirmed", [False, True])
    async def test_is_not_taken_with_a_wrong_secret(self, world: World, confirmed: bool) -> None:
        person = await world.person(Role.SUPPORTER)
        sign_in_id, _ = await desktop.begin(world.kernel)
        if confirmed:
            await desktop.confirm(world.kernel, sign_in_id=sign_in_id, by=person.viewer)
        with pytest.raises(SignInFailed):
            await desktop.take(world.kernel, sign_in_id=sign_in_id, secret="x" * 32)

    async def test_ends_after_three_minutes(self, world: World) -> None:
        person = await world.person(Role.SUPPORTER)
        early, late = await desktop.begin(world.kernel), await desktop.begin(world.kernel)
        await desktop.confirm(world.kernel, sign_in_id=early[0], by=person.viewer)
        world.clock.advance(desktop.LIFE)
        with pytest.raises(SignInFailed):
            await desktop.take(world.kernel, sign_in_id=early[0], secret=early[1])
        with pytest.raises(SignInFailed):
            await desktop.confirm(world.kernel, sign_in_id=late[0], by=person.viewer)

    @pytest.mark.parametrize("unknown", [UUID(int=0), UUID(int=7 << 76)])
    async def test_that_nobody_began_is_refused(self, world: World, unknown: UUID) -> None:
        person = await world.person(Role.SUPPORTER)
        with pytest.raises(SignInFailed):
            await desktop.confirm(world.kernel, sign_in_id=unknown, by=person.viewer)

    async def test_keeps_no_secret(self, world: World) -> None:
        _, secret = await desktop.begin(world.kernel)
        kept = await DesktopSignIn.get()
        assert secret.encode() not in bytes(kept.secret_hash)
