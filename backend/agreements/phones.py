"""A lost phone (电子签名法 art. 15): its sessions end, nothing more is signed with it, what was done since is in doubt.

So is a consent of the elder's that was caught on it; a no stands, since doubt may stop an agreement but never bind.
Whoever signs, catches a consent or reports holds the account's row first, the agreement's after: what is under way
while the phone is reported lost is either refused or found.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.expressions import Q

from backend.accounts.models import Account, PhoneLoss, Session
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.errors import NamesOneself, PhoneDayNotPossible, PhoneReportedLost
from backend.agreements.evidence import void_consent
from backend.agreements.facts import SignatureDoubted
from backend.agreements.models import Act, Agreement
from backend.agreements.moving import move, note
from backend.agreements.parties import SIGNS, state_by_acts
from backend.agreements.rules import MOVES, ActKind, AgreementState, Means, Step
from backend.audit.heads import sign_head
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.db import transaction
from backend.documents.keys import EvidenceKey
from backend.families.errors import FamilyMemberNotFound
from backend.families.models import FamilyMember
from backend.families.queries import member
from backend.kit.kernel import Kernel
from backend.outbox import box

LOOK_BACK = timedelta(days=366)


async def require_phone_at_hand(account_id: UUID) -> None:
    """In the signer's transaction, before the agreement is locked. Raises PhoneReportedLost."""
    await hold_account(account_id)
    if await PhoneLoss.exists(account_id=account_id, bound_anew_at=None):
        raise PhoneReportedLost


async def report_phone_lost(kernel: Kernel, evidence: EvidenceKey, *, since: datetime, by: Viewer) -> None:
    """The holder's own word, from whatever session is at hand, which stays open. Safe to repeat.

    Raises PhoneDayNotPossible.
    """
    await _lose(kernel, evidence, by.account_id, since, by, keeping=by.session_id)


async def report_phone_lost_for(
    kernel: Kernel, evidence: EvidenceKey, *, member_id: UUID, since: datetime, by: Viewer
) -> None:
    """The committee writes it down for one of its village's families. Raises FamilyMemberNotFound, as above."""
    by.require(Role.COMMITTEE)
    await _lose(kernel, evidence, await _account_of(member_id, by), since, by)


async def bind_anew(kernel: Kernel, *, member_id: UUID, by: Viewer) -> None:
    """The committee has seen who it is: the account may sign again, from a session opened after. Safe to repeat.

    Raises FamilyMemberNotFound, NamesOneself.
    """
    by.require(Role.COMMITTEE)
    account_id = await _account_of(member_id, by)
    if account_id == by.account_id:
        raise NamesOneself
    now = kernel.clock.now()
    async with transaction():
        await hold_account(account_id)
        bound = {"bound_anew_by": by.account_id, "bound_anew_at": now}
        if not await PhoneLoss.filter(account_id=account_id, bound_anew_at=None).update(**bound):
            return
        await Session.filter(account_id=account_id, ended_at=None).update(ended_at=now)
        told = {"member": str(member_id)}
        await record(kernel, Subject("account", account_id), Tag.PHONE_BOUND_ANEW, by=by.actor, **told)


async def _lose(
    kernel: Kernel,
    evidence: EvidenceKey,
    account_id: UUID,
    since: datetime,
    by: Viewer,
    *,
    keeping: UUID | None = None,
) -> None:
    now = kernel.clock.now()
    if not now - LOOK_BACK <= since <= now:
        raise PhoneDayNotPossible(field="since")
    async with transaction():
        await hold_account(account_id)
        open_loss = await PhoneLoss.get_or_none(account_id=account_id, bound_anew_at=None)
        if open_loss is None:
            await PhoneLoss.create(account_id=account_id, since=since, reported_by=by.account_id, reported_at=now)
        elif since < open_loss.since:
            await PhoneLoss.filter(id=open_loss.id).update(since=since)
        if open_loss is None or since < open_loss.since:
            await record(kernel, Subject("account", account_id), Tag.PHONE_LOST, by=by.actor, since=since)
        others = Session.filter(account_id=account_id, ended_at=None)
        await (others.exclude(id=keeping) if keeping else others).update(ended_at=now)
        await _doubt_all(kernel, evidence, account_id, since)


async def hold_account(account_id: UUID) -> None:
    """Until the caller's transaction ends, its phone is not reported lost."""
    # Not against the references that other rows make to it: whoever makes one may hold an agreement we wait for.
    await Account.filter(id=account_id).select_for_update(no_key=True).get()


async def _account_of(member_id: UUID, by: Viewer) -> UUID:
    """Of a place on a file in the village. Raises FamilyMemberNotFound."""
    await member(by.scope, member_id)
    found = await FamilyMember.get_or_none(id=member_id, ended_at=None)
    if found is None or found.account_id is None:
        raise FamilyMemberNotFound
    return found.account_id


async def _doubt_all(kernel: Kernel, evidence: EvidenceKey, account_id: UUID, since: datetime) -> None:
    """Whatever the account signed, opened or caught since then. The newest agreement first, as a filing locks what it
    takes over from."""
    signed = Q(account_id=account_id, kind__in=[ActKind.VIEW, *SIGNS.values()])
    # What the committee found on paper rests on the paper.
    caught = Q(captured_by=account_id, kind=ActKind.CONSENT) & ~Q(means=Means.PAPER)
    done = Act.filter(signed | caught, received_at__gte=since, void=False, doubtful=False)
    for agreement_id in sorted({act.agreement_id for act in await done}, reverse=True):
        agreement = await Agreement.filter(id=agreement_id).select_for_update().get()
        acts = await done.filter(agreement_id=agreement_id).order_by("link")
        if not acts:
            continue
        if agreement.number is None:
            await _void(kernel, agreement, acts)
        else:
            await _mark(kernel, evidence, agreement, acts)
        if any(act.kind is not ActKind.VIEW for act in acts):
            caught_only = not any(act.kind in SIGNS.values() for act in acts)
            ids = {"agreement_id": agreement_id, "elder_id": agreement.elder_id}
            await box.put(kernel, SignatureDoubted(filed=agreement.number is not None, consent=caught_only, **ids))


async def _void(kernel: Kernel, agreement: Agreement, acts: Sequence[Act]) -> None:
    """The signatures are to be given anew; with one missing that the text asks for, or the consent itself in doubt, the
    elder is asked anew too."""
    ids = [act.id for act in acts if act.kind is not ActKind.CONSENT]
    await Act.filter(id__in=ids).update(void=True)
    state = await state_by_acts(agreement)
    falls_back = any(each.step is Step.DOUBT and agreement.state in each.before for each in MOVES)
    consent_fails = len(ids) < len(acts)
    if consent_fails or (falls_back and state is AgreementState.DRAFT):
        ids += await void_consent(agreement)
        if falls_back:
            await move(kernel, agreement, state, handed_in_at=None)
    await note(kernel, agreement.id, Tag.AGREEMENT_DOUBTED, PLATFORM, void=ids)


async def _mark(kernel: Kernel, evidence: EvidenceKey, agreement: Agreement, acts: Sequence[Act]) -> None:
    """What a witness attests of an act in doubt is in doubt with it."""
    ids = [act.id for act in acts]
    ids += [seen.id for seen in await Act.filter(attests_id__in=ids, void=False)]
    await Act.filter(id__in=ids).update(doubtful=True)
    await note(kernel, agreement.id, Tag.AGREEMENT_DOUBTED, PLATFORM, doubtful=ids)
    await sign_head(kernel, evidence, agreement.id)
