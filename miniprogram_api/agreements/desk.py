"""The committee's desk: what waits by age, an agreement beside the register, questions, several at once."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.roles import Role
from backend.agreements import desk, filing, questioning
from backend.agreements.comparing import Oddity, compare
from backend.agreements.errors import (
    AgreementNotFound,
    NamesOneself,
    NotAParty,
    QuestionAnswered,
    QuestionNotFound,
    StepNotPossible,
)
from backend.agreements.queries import agreement
from backend.agreements.questions import Asked
from backend.agreements.rules import Step
from backend.elders.rules import AbilityLevel, PriorityTier, age_on
from backend.kit.clock import shanghai_day
from backend.outbox.idempotency import Answer, once
from backend.profiles.rules import DecisionCapacity
from miniprogram_api.agreements.endpoints import shown
from miniprogram_api.agreements.schemas import Agreement
from miniprogram_api.reading import log_list, log_reading
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made, PageQuery, Words

routes = Routes("agreements")


class AgreementWaiting(msgspec.Struct):
    """One agreement on the desk: for how many days, and what is odd about it, the gravest first."""

    agreement: Agreement
    days: int
    findings: list[Oddity]


class AgreementsWaiting(msgspec.Struct):
    """A page, the longest waiting first."""

    items: list[AgreementWaiting]
    next_cursor: str | None


@routes.get("/api/agreements/desk", access=scoped(Role.COMMITTEE))
async def list_waiting_agreements(ask: Ask, query: PageQuery) -> AgreementsWaiting:
    """What was handed in and waits for the committee; the reading is logged."""
    scope, today = ask.viewer.scope, ask.viewer.today
    page = await desk.waiting(scope, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [row.elder_id for row in page.rows])
    found = await desk.beside(ask.kernel, scope, [row.id for row in page.rows])
    return AgreementsWaiting(
        [
            AgreementWaiting(
                shown(row, ask, Step.FILE),
                (today - shanghai_day(row.handed_in_at)).days if row.handed_in_at else 0,
                compare(found[row.id].beside),
            )
            for row in page.rows
        ],
        page.next_cursor,
    )


class CarerShown(msgspec.Struct):
    """A caregiver beside the register. `near`: in the elder's village, null where nothing on file says.

    `load`: other elders in the same person's care. `statement`: their own words about being able to care.
    """

    name: str
    near: bool | None
    load: int
    statement: str | None


class Comparison(msgspec.Struct):
    """The elder as the register has them today, and when they consented; `not_told` are children without an account."""

    age: int
    tier: PriorityTier
    ability: AbilityLevel
    tier_since: date | None
    capacity: DecisionCapacity
    capacity_then: DecisionCapacity | None
    consented_at: datetime | None
    witness: str | None
    carers: list[CarerShown]
    not_told: list[str]
    findings: list[Oddity]


@routes.get("/api/agreements/{agreement_id}/comparison", access=scoped(Role.COMMITTEE), refusals=(AgreementNotFound,))
async def compare_agreement(ask: Ask, agreement_id: UUID) -> Comparison:
    """The agreement beside the register: what to ask before filing. The reading is logged."""
    viewer = ask.viewer
    row = await agreement(viewer.scope, agreement_id)
    compared = (await desk.beside(ask.kernel, viewer.scope, [agreement_id]))[agreement_id]
    await log_reading(ask, row.elder_id, "agreement", agreement_id)
    register, beside = compared.register, compared.beside
    return Comparison(
        age=age_on(viewer.today, register.born_on),
        tier=PriorityTier(register.tier),
        ability=AbilityLevel(register.ability_level),
        tier_since=register.tier_since,
        capacity=beside.capacity,
        capacity_then=beside.capacity_then,
        consented_at=register.consented_at,
        witness=register.witness,
        carers=[CarerShown(each.name, each.near, each.load, each.statement) for each in beside.carers],
        not_told=list(beside.not_told),
        findings=compare(beside),
    )


class QuestionIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the committee wants to know, and of whom."""

    asked: Asked
    words: Words


@routes.post(
    "/api/agreements/{agreement_id}/questions",
    access=scoped(Role.COMMITTEE),
    refusals=(AgreementNotFound, StepNotPossible, NamesOneself),
)
async def ask_question(ask: Ask, agreement_id: UUID, body: QuestionIn) -> Made:
    """Ask the family or the visitor; the agreement stays on the desk."""
    made = await questioning.ask(
        ask.kernel, agreement_id=agreement_id, asked=body.asked, words=body.words, by=ask.viewer
    )
    return Made(made)


class ReplyIn(msgspec.Struct, forbid_unknown_fields=True):
    """The answer in words."""

    words: Words


@routes.post(
    "/api/agreements/{agreement_id}/questions/{question_id}/reply",
    access=scoped(Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER),
    status=200,
    refusals=(AgreementNotFound, StepNotPossible, NotAParty, QuestionNotFound, QuestionAnswered),
)
async def reply_to_question(ask: Ask, agreement_id: UUID, question_id: UUID, body: ReplyIn) -> Done:
    """Answer the committee, once."""
    await questioning.reply(
        ask.kernel, agreement_id=agreement_id, question_id=question_id, words=body.words, by=ask.viewer
    )
    return Done()


class FileAllIn(msgspec.Struct, forbid_unknown_fields=True):
    """Which agreements."""

    agreement_ids: Annotated[list[UUID], Meta(min_length=1, max_length=50)]


class FiledOne(msgspec.Struct):
    """What came of one: its number, or the refusal's code and words."""

    agreement_id: UUID
    number: str | None
    code: str | None
    message: str | None


class FiledAll(msgspec.Struct):
    """In the order asked for."""

    outcomes: list[FiledOne]


@routes.post(
    "/api/agreements/file",
    access=scoped(Role.COMMITTEE),
    status=200,
    own_transaction=True,
    refusals=(AgreementNotFound,),
)
async def file_agreements(ask: Ask, body: FileAllIn) -> FiledAll:
    """File several, each for itself: one refused does not stop the others, and a repeat answers with the numbers."""
    outcomes = await filing.file_all(ask.kernel, ask.services.evidence, agreement_ids=body.agreement_ids, by=ask.viewer)
    told = FiledAll([_filed(each) for each in outcomes])

    async def keep() -> Answer:
        return Answer(200, msgspec.json.encode(told))

    assert ask.write is not None
    answer = await once(ask.kernel, ask.write, keep)
    return msgspec.json.decode(answer.body, type=FiledAll)


def _filed(outcome: filing.Outcome) -> FiledOne:
    refusal = outcome.refusal
    return FiledOne(
        outcome.agreement_id,
        outcome.number,
        refusal.code if refusal else None,
        refusal.user_message if refusal else None,
    )
