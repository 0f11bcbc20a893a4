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
from backend.calls.company import Companion, check_company
from backend.calls.errors import (
    ElderDoesNotAgree,
    ElderNotInSight,
    NotInvited,
    NotOpenYet,
    NotYoursToCancel,
    TicketNotValid,
)
from backend.calls.facts import CallCancelled, CallClosed, CallOpened, CallProposed, CallTaken
from backend.calls.holding import hosted, keep_free, locked, settle_unhosted, tell
from backend.calls.models import Call, CallGuest, ElderAnswer, RoomTicket
from backend.calls.planning import Heard
from backend.calls.queries import CallDetail, RoomView, call, has_elder, offered, room_view
from backend.calls.rules import CallState, Seat, Step
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import fetch_one, transaction
from backend.elders.models import Elder
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.tasks.rules import Settlement

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
        # Who proposes means to come, and is in no other call then.
        await CallGuest.create(call_id=made.id, account_id=by.account_id, coming=True, said_at=now)
        await record(kernel, Subject("elder", elder_id), Tag.CALL_PROPOSED, by=by.actor, call_id=str(made.id))
        await box.put(kernel, CallProposed(call_id=made.id, elder_id=elder_id, proposed_by=by.account_id))
    return made.id


async def take(kernel: Kernel, *, call_id: UUID, starts_at: datetime, by: Viewer) -> None:
    """Promise to be with the elder at one of the proposed times; of two at once the first has it.

    The elder is still to be asked. Raises CallNotFound, CallStateChanged, ElderWantsNoCalls, TimeNotOffered,
    ElderBusyThen, HostBusyThen, ChildBusyThen, EveningFull.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await locked(call_id, by)
        after = rules.move(Step.TAKE, found.state)
        rules.check_wanted(await refused_by(Whose.ELDER, found.elder_id))
        chosen = rules.take_time(offered(found.times), starts_at, kernel.clock.now())
        await keep_free(kernel, found, chosen, host_id=by.account_id)
        await Call.filter(id=call_id).update(state=after, host_id=by.account_id, starts_at=chosen)
        await settle_unhosted(kernel, found, by.actor, Settlement.DONE)
        await tell(kernel, found, Tag.CALL_TAKEN, by.actor)
        await box.put(
            kernel, CallTaken(call_id=call_id, elder_id=found.elder_id, host_id=by.account_id, starts_at=chosen)
        )


class Opening(msgspec.Struct, frozen=True):
    """What the host says at the door: the elder has just agreed aloud, and these sit with the elder."""

    elder_agrees: bool
    present: tuple[Companion, ...] = ()


async def open_room(kernel: Kernel, *, call_id: UUID, opening: Opening, by: Viewer) -> None:
    """The host is at the elder's home, and the elder has said yes aloud: each time anew.

    Tapping again changes nothing; after a break it opens once more. Raises CallNotFound, NotTheHost,
    ElderDoesNotAgree, MinorNotCovered, ElderWantsNoCalls, CallStateChanged.
    """
    by.require(*HOSTS)
    if not opening.elder_agrees:
        raise ElderDoesNotAgree
    check_company(opening.present)
    async with transaction():
        found = await hosted(call_id, by)
        # A no said at this very moment comes before or after, and then ends what is opened here.
        await Elder.filter(id=found.elder_id).select_for_update(no_key=True).first()
        rules.check_wanted(await refused_by(Whose.ELDER, found.elder_id))
        now = kernel.clock.now()
        if not rules.opens_anew(found.state, found.closed_at, now):
            return
        await Call.filter(id=call_id).update(state=CallState.OPEN, opened_at=found.opened_at or now, closed_at=None)
        await ElderAnswer.create(
            call_id=call_id,
            elder_id=found.elder_id,
            agrees=True,
            heard=Heard.AT_THE_OPENING,
            present=msgspec.json.encode(opening.present).decode(),
            asked_by=by.account_id,
            asked_at=now,
        )
        await tell(kernel, found, Tag.CALL_OPENED, by.actor)
        await box.put(kernel, CallOpened(call_id=call_id, elder_id=found.elder_id, host_id=by.account_id))


async def close(kernel: Kernel, *, call_id: UUID, by: Viewer) -> None:
    """The host ends the call; one that the room already closed stays closed.

    Raises CallNotFound, NotTheHost, CallStateChanged.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await hosted(call_id, by)
        if found.state is CallState.CLOSED:
            return
        rules.move(Step.CLOSE, found.state)
        await Call.filter(id=call_id).update(state=CallState.CLOSED, closed_at=kernel.clock.now())
        await tell(kernel, found, Tag.CALL_CLOSED, by.actor)
        await box.put(kernel, CallClosed(call_id=call_id, elder_id=found.elder_id))


async def cancel(kernel: Kernel, *, call_id: UUID, by: Viewer) -> None:
    """Call it off before it is opened. Raises CallNotFound, NotYoursToCancel, CallStateChanged."""
    async with transaction():
        found = await locked(call_id, by)
        if by.account_id not in (found.proposed_by, found.host_id) and by.role is not Role.COMMITTEE:
            raise NotYoursToCancel
        rules.move(Step.CANCEL, found.state)
        await Call.filter(id=call_id).update(state=CallState.CANCELLED)
        await settle_unhosted(kernel, found, by.actor)
        await tell(kernel, found, Tag.CALL_CANCELLED, by.actor)
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
    if found.call.state in rules.COMING:
        raise NotOpenYet
    rules.move(Step.ENTER, found.call.state)
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
    rules.move(Step.ENTER, state)
    return view


async def _check_wanted(elder_id: UUID, account_id: UUID) -> None:
    rules.check_wanted(await refused_by(Whose.ELDER, elder_id), await refused_by(Whose.ACCOUNT, account_id))


def _hash(ticket: str) -> bytes:
    """256 random bits need no slow hash."""
    return hashlib.sha256(ticket.encode()).digest()
