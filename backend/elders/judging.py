"""Whether an elder is a left-behind older adult, judged and kept with all that it was judged by (R001-R003)."""

from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Actor, Subject, record
from backend.db import transaction
from backend.elders import queries
from backend.elders.eligibility import CriterionAnswer, Eligibility, EligibilityFacts, Supporter, judge
from backend.elders.errors import ElderNotOnRegister
from backend.elders.facts import EligibilityJudged
from backend.elders.models import Elder, EligibilityJudgement
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.policies.queries import policy
from backend.policies.rules import EligibilityPolicy


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """What the definition asks beside the file's own columns; None where nobody knows yet."""

    lives_in_countryside: bool | None
    supporters: tuple[Supporter, ...] | None


class Grounds(msgspec.Struct, frozen=True):
    """What a judgement keeps: every criterion's answer, and the facts they were given on."""

    answers: tuple[CriterionAnswer, ...]
    facts: EligibilityFacts


async def judge_eligibility(kernel: Kernel, *, elder_id: UUID, facts: Situation, by: Viewer) -> Eligibility:
    """Judge by `facts`, the elder's file, and the policy in force in the village today.

    A judgement that says nothing new is not kept again. Raises RoleCannot, ElderNotFound, ElderNotOnRegister.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        await queries.elder(by.scope, elder_id)
        return await _judge(kernel, elder_id, facts, by.today, by.actor)


async def rejudge(
    kernel: Kernel, elder_id: UUID, day: date, by: Actor, *, supporters: tuple[Supporter, ...] | None = None
) -> Eligibility | None:
    """Judge again on `day` by what was told last, `supporters` being known better; None for an elder never judged.

    For whenever the file, the policy or the calendar may have changed the answer. Raises ElderNotOnRegister.
    """
    async with transaction():
        last = await latest(elder_id)
        if last is None:
            return None
        told = msgspec.json.decode(last.answers, type=Grounds).facts
        known = told.supporters if supporters is None else supporters
        facts = Situation(lives_in_countryside=told.lives_in_countryside, supporters=known)
        return await _judge(kernel, elder_id, facts, day, by)


async def latest(elder_id: UUID) -> EligibilityJudgement | None:
    """The elder's last judgement."""
    return await EligibilityJudgement.filter(elder_id=elder_id).order_by("-judged_at", "-id").first()


async def _judge(kernel: Kernel, elder_id: UUID, situation: Situation, day: date, by: Actor) -> Eligibility:
    elder = await Elder.filter(id=elder_id).select_for_update(no_key=True).get()
    if elder.left_on is not None:
        raise ElderNotOnRegister
    facts = EligibilityFacts(
        born_on=elder.born_on,
        registered_here=elder.registered_here,
        lives_in_countryside=situation.lives_in_countryside,
        supporters=situation.supporters,
    )
    found = judge(facts, await policy(EligibilityPolicy, division_id=elder.village_id, day=day), day)
    answers = msgspec.json.encode(Grounds(found.answers, facts)).decode()
    asked = msgspec.json.encode(found.policy).decode()
    last = await latest(elder_id)
    if last is None or (last.answers, last.policy) != (answers, asked):
        made = uuid7()
        await EligibilityJudgement.create(
            id=made,
            elder_id=elder_id,
            judged_on=day,
            verdict=found.verdict,
            answers=answers,
            policy=asked,
            judged_at=kernel.clock.now(),
        )
        await record(kernel, Subject("elder", elder_id), Tag.ELIGIBILITY_JUDGED, by=by, judgement=str(made))
        await box.put(kernel, EligibilityJudged(elder_id=elder_id, judgement_id=made))
    return found
