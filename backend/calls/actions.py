"""Writing calls, and letting people into their rooms."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.accounts.roles import OFFICES, Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record, record_reading
from backend.calls import rooms, rules
from backend.calls.errors import (
    CallNotFound,
    CallStateChanged,
    ElderNotInSight,
    NotInvited,
    NotOpenYet,
    NotTheHost,
    NotYoursToCancel,
    TicketNotValid,
)
from backend.calls.facts import CallCancelled, CallClosed, CallOpened, CallProposed, CallTaken
from backend.calls.models import Call, RoomTicket
from backend.calls.queries import CallDetail, RoomView, call, has_elder, offered, room_view
from backend.calls.rules import CallState, Seat, Step
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import fetch_one, transaction
from backend.elders.models import Elder
from backend.kit.kernel import Kernel
from backend.outbox import box

HOSTS = (Role.VOLUNTEER, Role.COMMITTEE)


async def propose(kernel: Kernel, *, elder_id: UUID, times: Sequence[datetime], by: Viewer) -> UUID:
    """A supporter names 1 to 6 times for a family call (R083). Raises ElderNotInSight, ElderWantsNoCalls,
    TimesNotPossible.
    """
    by.require(Role.SUPPORTER)
    now = kernel.clock.now()
    wanted = rules.check_times(times, now)
    if not await has_elder(by.scope, elder_id, by.today):
        raise ElderNotInSight(field="elder_id")
    rules.check_wanted(await refused_by(Whose.ELDER, elder_id))
    async with transaction():
        made = await Call.create(
            elder_id=elder_id,
            proposed_by=by.account_id,
            proposed_at=now,
            times=msgspec.json.encode(wanted).decode(),
            state=CallState.PROPOSED,
        )
        await record(kernel, Subject("elder", elder_id), Tag.CALL_PROPOSED, by=by.actor, call_id=str(made.id))
        await box.put(kernel, CallProposed(call_id=made.id, elder_id=elder_id, proposed_by=by.account_id))
    return made.id


async def take(kernel: Kernel, *, call_id: UUID, starts_at: datetime, by: Viewer) -> None:
    """Promise to be with the elder at one of the proposed times; of two at once the first has it.

    Raises CallNotFound, CallStateChanged, ElderWantsNoCalls, TimeNotOffered.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await _locked(call_id, by)
        rules.require(Step.TAKE, found.state)
        rules.check_wanted(await refused_by(Whose.ELDER, found.elder_id))
        chosen = rules.take_time(offered(found.times), starts_at, kernel.clock.now())
        await Call.filter(id=call_id).update(state=CallState.AGREED, host_id=by.account_id, starts_at=chosen)
        await _tell(kernel, found, Tag.CALL_TAKEN, by)
        await box.put(
            kernel, CallTaken(call_id=call_id, elder_id=found.elder_id, host_id=by.account_id, starts_at=chosen)
        )


async def open_room(kernel: Kernel, *, call_id: UUID, by: Viewer) -> None:
    """The host is at the elder's home. Tapping again changes nothing; after a break it opens once more.

    Raises CallNotFound, NotTheHost, ElderWantsNoCalls, CallStateChanged.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await _hosted(call_id, by)
        # A no said at this very moment comes before or after, and then ends what is opened here.
        await Elder.filter(id=found.elder_id).select_for_update(no_key=True).first()
        rules.check_wanted(await refused_by(Whose.ELDER, found.elder_id))
        now = kernel.clock.now()
        if not rules.opens_anew(found.state, found.closed_at, now):
            return
        await Call.filter(id=call_id).update(state=CallState.OPEN, opened_at=found.opened_at or now, closed_at=None)
        await _tell(kernel, found, Tag.CALL_OPENED, by)
        await box.put(kernel, CallOpened(call_id=call_id, elder_id=found.elder_id, host_id=by.account_id))


async def close(kernel: Kernel, *, call_id: UUID, by: Viewer) -> None:
    """The host ends the call; one that the room already closed stays closed.

    Raises CallNotFound, NotTheHost, CallStateChanged.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await _hosted(call_id, by)
        if found.state is CallState.CLOSED:
            return
        rules.require(Step.CLOSE, found.state)
        await Call.filter(id=call_id).update(state=CallState.CLOSED, closed_at=kernel.clock.now())
        await _tell(kernel, found, Tag.CALL_CLOSED, by)
        await box.put(kernel, CallClosed(call_id=call_id, elder_id=found.elder_id))


async def cancel(kernel: Kernel, *, call_id: UUID, by: Viewer) -> None:
    """Call it off before it is opened. Raises CallNotFound, NotYoursToCancel, CallStateChanged."""
    async with transaction():
        found = await _locked(call_id, by)
        if by.account_id not in (found.proposed_by, found.host_id) and by.role is not Role.COMMITTEE:
            raise NotYoursToCancel
        rules.require(Step.CANCEL, found.state)
        await Call.filter(id=call_id).update(state=CallState.CANCELLED)
        await _tell(kernel, found, Tag.CALL_CANCELLED, by)
        await box.put(
            kernel,
            CallCancelled(call_id=call_id, elder_id=found.elder_id, host_id=found.host_id, cancelled_by=by.account_id),
        )


async def read(kernel: Kernel, *, call_id: UUID, by: Viewer) -> CallDetail:
    """One call in sight; an office that looks at a family's call is logged. Raises CallNotFound."""
    found = await call(by.scope, call_id)
    if by.role in OFFICES:
        await record_reading(
            kernel,
            by=by.actor,
            purpose=by.scope.purpose,
            elder_id=found.call.elder_id,
            what="call",
            subject_id=call_id,
        )
    return found


@dataclass(frozen=True, slots=True)
class Ticket:
    """The one secret that may stand in an address: for one minute, for one use."""

    ticket: str
    expires_at: datetime


async def mint_ticket(kernel: Kernel, *, call_id: UUID, by: Viewer) -> Ticket:
    """A ticket to the room, made at the tap. Raises CallNotFound, NotInvited, NotOpenYet,
    CallStateChanged, ElderWantsNoCalls, OwnCallsNotWanted.
    """
    found = await call(by.scope, call_id)
    seat = next((person.seat for person in found.people if person.account_id == by.account_id), None)
    if seat is None or (seat is Seat.GUEST and by.role is not Role.SUPPORTER):
        raise NotInvited
    await _check_wanted(found.call.elder_id, by.account_id)
    if found.call.state is CallState.AGREED:
        raise NotOpenYet
    rules.require(Step.ENTER, found.call.state)
    ticket, expires_at = secrets.token_urlsafe(32), kernel.clock.now() + rules.TICKET_LIFE
    await RoomTicket.create(
        ticket_hash=_hash(ticket),
        call_id=call_id,
        account_id=by.account_id,
        membership_id=by.membership_id,
        expires_at=expires_at,
    )
    return Ticket(ticket, expires_at)


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way in: `grant` goes into the HttpOnly cookie, `view` to the page."""

    grant: str
    life: timedelta
    view: RoomView


class _Spent(msgspec.Struct, frozen=True):
    call_id: UUID
    account_id: UUID


async def exchange_ticket(kernel: Kernel, *, ticket: str, key: bytes, life: timedelta) -> Entrance:
    """Spend a ticket for a grant signed with `key`; of two at once one gets it.

    Raises TicketNotValid (used, too old, unknown, or its holder is no longer invited), CallStateChanged,
    ElderWantsNoCalls, OwnCallsNotWanted.
    """
    now = kernel.clock.now()
    async with transaction():
        spent = await fetch_one(_Spent, _SPEND, _hash(ticket), now)
        if spent is None:
            raise TicketNotValid
        view = await _seated(spent.call_id, spent.account_id)
    grant = rooms.mint(
        call_id=view.call_id,
        account_id=view.account_id,
        seat=view.seat,
        name=view.name,
        expires_at=now + life,
        key=key,
    )
    return Entrance(grant, life, view)


_SPEND = """
UPDATE room_tickets SET used_at = $2 WHERE ticket_hash = $1 AND used_at IS NULL AND expires_at > $2
RETURNING call_id, account_id
"""


async def reenter(kernel: Kernel, *, grant: str, key: bytes) -> RoomView:
    """The room by its cookie, after a reload. Raises TicketNotValid, CallStateChanged, ElderWantsNoCalls,
    OwnCallsNotWanted.
    """
    return await _seated(*rooms.read_holder(grant, key, kernel.clock.now()))


async def _seated(call_id: UUID, account_id: UUID) -> RoomView:
    """The invitation is looked at again each time: one that ended a minute ago opens nothing."""
    found = await room_view(call_id, account_id)
    if found is None:
        raise TicketNotValid
    view, state = found
    await _check_wanted(view.elder_id, account_id)
    rules.require(Step.ENTER, state)
    return view


async def _check_wanted(elder_id: UUID, account_id: UUID) -> None:
    rules.check_wanted(await refused_by(Whose.ELDER, elder_id), await refused_by(Whose.ACCOUNT, account_id))


async def _locked(call_id: UUID, by: Viewer) -> Call:
    """The call in sight, held until the transaction ends. Raises CallNotFound."""
    await call(by.scope, call_id)
    found = await Call.filter(id=call_id).select_for_update().first()
    if found is None:
        raise CallNotFound
    return found


async def _hosted(call_id: UUID, by: Viewer) -> Call:
    """The same, for its host. Raises CallNotFound, CallStateChanged, NotTheHost."""
    found = await _locked(call_id, by)
    if found.host_id is None:
        raise CallStateChanged
    if found.host_id != by.account_id:
        raise NotTheHost
    return found


async def _tell(kernel: Kernel, found: Call, tag: Tag, by: Viewer) -> None:
    await record(kernel, Subject("elder", found.elder_id), tag, by=by.actor, call_id=str(found.id))


def _hash(ticket: str) -> bytes:
    """256 random bits need no slow hash."""
    return hashlib.sha256(ticket.encode()).digest()
