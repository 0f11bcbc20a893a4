"""Signing in and out. Sign-in routes carry no Idempotency-Key: their own codes work once."""

from uuid import UUID

from backend.accounts import actions, desktop, office
from backend.accounts.errors import (
    InvitationNotValid,
    LoginTaken,
    NoSuchMembership,
    PasswordTooWeak,
    PhoneBelongsToAnother,
    SignInFailed,
    SignInLater,
)
from backend.accounts.queries import memberships, openid_of
from backend.accounts.roles import OFFICES, Role
from backend.accounts.rules import SignInWay
from backend.demo.links import login_code
from backend.families.actions import prove_phone
from backend.wechat.errors import CodeNotAccepted, WeChatBusy
from miniprogram_api.routes import PUBLIC, SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done
from miniprogram_api.sessions.schemas import (
    Accepted,
    AcceptIn,
    ActAsIn,
    CodeIn,
    DemoKeyIn,
    DesktopBegun,
    DesktopTakeIn,
    InvitationIn,
    Invited,
    OfficeIn,
    RoleHeld,
    Session,
    SignedIn,
)

routes = Routes("sessions")


async def _sign_in(ask: Ask, code: str) -> SignedIn:
    identity = await ask.services.wechat.code_to_session(code)
    account = await actions.account_of_openid(ask.kernel, identity.openid)
    return SignedIn(await actions.open_session(ask.kernel, account.id, SignInWay.WECHAT))


@routes.post("/api/sessions/wechat", access=PUBLIC, keyed=False, proof=True, refusals=(CodeNotAccepted, WeChatBusy))
async def sign_in_by_wechat(ask: Ask, body: CodeIn) -> SignedIn:
    """Sign in with a wx.login code."""
    return await _sign_in(ask, body.code)


@routes.post("/api/sessions/demo", access=PUBLIC, keyed=False, refusals=(SignInFailed,))
async def sign_in_by_demo_link(ask: Ask, body: DemoKeyIn) -> SignedIn:
    """Sign in as one of the demo's people; only where the WeChat sandbox runs."""
    return await _sign_in(ask, await login_code(ask.services, body.key))


@routes.post("/api/sessions/office", access=PUBLIC, keyed=False, proof=True, refusals=(SignInFailed,))
async def sign_in_at_office(ask: Ask, body: OfficeIn) -> SignedIn:
    """Sign in with login, password and one-time code."""
    token = await office.sign_in_at_office(
        ask.kernel, login=body.login, password=body.password, one_time_code=body.one_time_code
    )
    return SignedIn(token)


@routes.post("/api/sessions/invitations", access=scoped(*OFFICES))
async def invite_official(ask: Ask, body: InvitationIn) -> Invited:
    """Invite an official of one's own divisions."""
    token = await office.invite(ask.kernel, name=body.name, role=body.role, division_id=body.division_id, by=ask.viewer)
    return Invited(f"/invitation#{token}")


@routes.post(
    "/api/sessions/invitations/accept",
    access=PUBLIC,
    keyed=False,
    proof=True,
    refusals=(InvitationNotValid, LoginTaken, PasswordTooWeak),
)
async def accept_invitation(ask: Ask, body: AcceptIn) -> Accepted:
    """Open the invited account."""
    made = await office.accept_invitation(ask.kernel, token=body.token, login=body.login, password=body.password)
    return Accepted(made.totp_uri)


@routes.post("/api/sessions/desktop", access=PUBLIC, keyed=False, proof=True)
async def begin_desktop_sign_in(ask: Ask) -> DesktopBegun:
    """Begin a desktop sign-in by QR."""
    sign_in_id, secret = await desktop.begin(ask.kernel)
    return DesktopBegun(sign_in_id, secret, f"/pages/signin/confirm?id={sign_in_id}")


@routes.post("/api/sessions/desktop/{sign_in_id}/confirm", access=SELF, refusals=(SignInFailed,), status=200)
async def confirm_desktop_sign_in(ask: Ask, sign_in_id: UUID) -> Done:
    """Let the desktop with this QR in."""
    await desktop.confirm(ask.kernel, sign_in_id=sign_in_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/sessions/desktop/{sign_in_id}/take", access=PUBLIC, keyed=False, refusals=(SignInFailed, SignInLater)
)
async def take_desktop_session(ask: Ask, sign_in_id: UUID, body: DesktopTakeIn) -> SignedIn:
    """The desktop fetches its session, once confirmed."""
    return SignedIn(await desktop.take(ask.kernel, sign_in_id=sign_in_id, secret=body.secret))


@routes.get("/api/sessions/current", access=SELF)
async def read_session(ask: Ask) -> Session:
    """Who is signed in, and as what."""
    viewer = ask.viewer
    held = [
        RoleHeld(row.id, Role(row.role), Role(row.role).description, row.division_id, row.division_name)
        for row in await memberships(viewer.account_id, viewer.today)
    ]
    return Session(viewer.account_id, viewer.name, viewer.role, viewer.membership_id, held)


@routes.put("/api/sessions/current/membership", access=SELF, refusals=(NoSuchMembership,))
async def act_as(ask: Ask, body: ActAsIn) -> Done:
    """Continue under another of one's roles."""
    await actions.act_as(ask.kernel, membership_id=body.membership_id, by=ask.viewer)
    return Done()


@routes.delete("/api/sessions/current", access=SELF, keyed=False)
async def sign_out(ask: Ask) -> None:
    """End this session."""
    await actions.sign_out(ask.kernel, by=ask.viewer)


@routes.post(
    "/api/sessions/current/phone",
    access=SELF,
    keyed=False,
    proof=True,
    status=200,
    refusals=(CodeNotAccepted, PhoneBelongsToAnother),
)
async def verify_phone(ask: Ask, body: CodeIn) -> Done:
    """Verify one's phone with a getPhoneNumber code; places named for this phone become claimed."""
    openid = await openid_of(ask.kernel, ask.viewer.account_id)
    phone = await ask.services.wechat.get_phone_number(body.code, openid)
    await prove_phone(ask.kernel, phone=phone, by=ask.viewer)
    return Done()
