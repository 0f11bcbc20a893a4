"""Asking for a correction, and answering."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.corrections.errors import CorrectionNotFound, CorrectionWaits
from backend.corrections.facts import CorrectionAnswered, CorrectionAsked
from backend.corrections.models import Correction
from backend.corrections.queries import elder_of
from backend.corrections.rules import CorrectionState, FilePart, check_answer
from backend.db import IntegrityError, transaction
from backend.elders.queries import elder as elder_in_sight
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box


async def ask_correction(kernel: Kernel, *, elder_id: UUID, part: FilePart, words: str, by: Viewer) -> UUID:
    """Say what is wrong in the elder's file, for the elder or for oneself, to the committee (art. 46).

    Raises RoleCannot, ElderNotFound, CorrectionWaits.
    """
    by.require(Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER)
    made = uuid7()
    async with transaction():
        await elder_in_sight(by.scope, elder_id)
        try:
            await Correction.create(
                id=made,
                elder_id=elder_id,
                part=part,
                words=kernel.keys.encrypt(words.strip().encode(), f"corrections|words|{made}"),
                asked_by=by.account_id,
                asked_at=kernel.clock.now(),
                state=CorrectionState.OPEN,
            )
        except IntegrityError:
            raise CorrectionWaits(field="part") from None
        await record(
            kernel, Subject("elder", elder_id), Tag.CORRECTION_ASKED, by=by.actor, correction=str(made), part=part
        )
        await box.put(kernel, CorrectionAsked(correction_id=made, elder_id=elder_id))
    return made


async def answer_correction(kernel: Kernel, *, correction_id: UUID, corrected: bool, words: str, by: Viewer) -> None:
    """Say that it was corrected, or why not.

    Raises RoleCannot, CorrectionNotFound, CorrectionIsAnswered, OwnCorrection.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        elder_id = await elder_of(by.scope, correction_id)
        asked = await Correction.filter(id=correction_id).select_for_update().first()
        if asked is None:
            raise CorrectionNotFound
        check_answer(asked.state, asked_by=asked.asked_by, by=by.account_id)
        state = CorrectionState.CORRECTED if corrected else CorrectionState.REFUSED
        await Correction.filter(id=correction_id).update(
            state=state,
            answer=kernel.keys.encrypt(words.strip().encode(), f"corrections|answer|{correction_id}"),
            answered_by=by.account_id,
            answered_at=kernel.clock.now(),
        )
        await record(
            kernel, Subject("elder", elder_id), Tag.CORRECTION_ANSWERED,
            by=by.actor, correction=str(correction_id), state=state,
        )  # fmt: skip
        await box.put(kernel, CorrectionAnswered(correction_id=correction_id, elder_id=elder_id))
