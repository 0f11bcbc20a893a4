"""The committee asks before it files, those asked answer in words; the agreement stays on its desk."""

import hashlib
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.errors import NotAParty, QuestionAnswered, QuestionNotFound
from backend.agreements.facts import AgreementAsked, AgreementReplied
from backend.agreements.models import AgreementQuestion
from backend.agreements.moving import hand_of, locked, note
from backend.agreements.parties import places_of, require_no_party
from backend.agreements.questions import Asked, check_reply
from backend.agreements.rules import Hand, PartyRole, Step, next_state
from backend.audit.tags import Tag
from backend.db import transaction
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box


async def ask(kernel: Kernel, *, agreement_id: UUID, asked: Asked, words: str, by: Viewer) -> UUID:
    """The committee wants to know something; returns the question. Raises StepNotPossible, NamesOneself."""
    by.require(Role.COMMITTEE)
    question_id = uuid7()
    async with transaction():
        agreement = await locked(agreement_id, by)
        next_state(Step.ASK, agreement.state, Hand.COMMITTEE)
        await require_no_party(agreement, by)
        await AgreementQuestion.create(
            id=question_id,
            agreement_id=agreement_id,
            asked=asked,
            words=_sealed(kernel, "words", question_id, words),
            asked_by=by.account_id,
            asked_at=kernel.clock.now(),
        )
        told = {"question": question_id, "asked": asked, "words": _hash(words), "text": agreement.text_hash}
        await note(kernel, agreement_id, Tag.AGREEMENT_ASKED, by.actor, **told)
        fact = AgreementAsked(
            agreement_id=agreement_id, elder_id=agreement.elder_id, village_id=agreement.village_id, asked=asked
        )
        await box.put(kernel, fact)
    return question_id


async def reply(kernel: Kernel, *, agreement_id: UUID, question_id: UUID, words: str, by: Viewer) -> None:
    """Who was asked answers, once. Raises QuestionNotFound, QuestionAnswered, NotAParty, StepNotPossible."""
    async with transaction():
        agreement = await locked(agreement_id, by)
        hand = hand_of(by)
        next_state(Step.REPLY, agreement.state, hand)
        question = await AgreementQuestion.get_or_none(id=question_id, agreement_id=agreement_id)
        if question is None:
            raise QuestionNotFound
        check_reply(question.asked, hand)
        held = {place.role for place in await places_of(agreement, by.account_id)}
        if hand is Hand.CAREGIVER and PartyRole.CAREGIVER not in held:
            raise NotAParty
        if question.answered_at is not None:
            raise QuestionAnswered
        await AgreementQuestion.filter(id=question_id).update(
            answer=_sealed(kernel, "answer", question_id, words),
            answered_by=by.account_id,
            answered_at=kernel.clock.now(),
        )
        told = {"question": question_id, "words": _hash(words), "text": agreement.text_hash}
        await note(kernel, agreement_id, Tag.AGREEMENT_REPLIED, by.actor, **told)
        fact = AgreementReplied(agreement_id=agreement_id, elder_id=agreement.elder_id, village_id=agreement.village_id)
        await box.put(kernel, fact)


def _sealed(kernel: Kernel, column: str, question_id: UUID, words: str) -> bytes:
    return kernel.keys.encrypt(words.strip().encode(), f"agreement_questions|{column}|{question_id}")


def _hash(words: str) -> str:
    return hashlib.sha256(words.strip().encode()).hexdigest()
