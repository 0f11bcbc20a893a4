"""Asking the elder, before anything is written and whenever the mind may have changed (R038, R030)."""

from datetime import date, datetime
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.consenting import answer_again, refuse
from backend.agreements.facts import WishRecorded
from backend.agreements.models import Agreement, Wish
from backend.agreements.moving import held_elder
from backend.agreements.rules import OVER, AgreementState, check_witness, day_to_ask_again
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.documents.keys import EvidenceKey
from backend.elders.queries import elder
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box


async def record_wish(
    kernel: Kernel,
    evidence: EvidenceKey,
    *,
    elder_id: UUID,
    willing: bool,
    words: str,
    witness: str | None,
    asked_at: datetime,
    ask_again_on: date | None = None,
    by: Viewer,
) -> UUID:
    """Write down what the elder said when asked (老年人权益保障法: the elder's own wish first; R038).

    A no stops what is under way and ends what is in force, at once; a yes takes up what a no had stopped. After a no
    the elder is asked again on `ask_again_on`, in a month when none is named. Raises ElderNotFound, WitnessNotFit,
    AgreementDayNotPossible.
    """
    by.require(Role.VOLUNTEER, Role.COMMITTEE)
    person = await elder(by.scope, elder_id)
    if witness is not None:
        check_witness(name=witness, adult=True, party_names=[person.name], operator_name=by.name)
    wish_id = uuid7()
    async with transaction():
        # Of a no and a draft at once either the draft hears the no, or the no finds the draft.
        await held_elder(elder_id)
        now = kernel.clock.now()
        await Wish.create(
            id=wish_id,
            elder_id=elder_id,
            willing=willing,
            words=kernel.keys.encrypt(words.encode(), f"wishes|words|{wish_id}"),
            witness=witness,
            asked_by=by.account_id,
            asked_at=min(asked_at, now),
            received_at=now,
            ask_again_on=None if willing else day_to_ask_again(ask_again_on, by.today),
        )
        told = {"wish": str(wish_id), "willing": willing}
        await record(kernel, Subject("elder", elder_id), Tag.AGREEMENT_WISH, by=by.actor, **told)
        for agreement in await _not_over(elder_id):
            if not willing and agreement.state is not AgreementState.ELDER_DECLINED:
                await refuse(kernel, evidence, agreement, by)
            if willing and agreement.state is AgreementState.ELDER_DECLINED:
                await answer_again(kernel, agreement, wish_id, by)
        await box.put(kernel, WishRecorded(wish_id=wish_id, elder_id=elder_id, willing=willing))
    return wish_id


async def _not_over(elder_id: UUID) -> list[Agreement]:
    return await Agreement.filter(elder_id=elder_id).exclude(state__in=OVER).order_by("id").select_for_update()
