"""Whether an elder is a left-behind older adult, judged and kept with all that it was judged by (R001-R003)."""

from datetime import date
from uuid import UUID

import msgspec
import structlog

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor, Subject, record
from backend.db import any_of, fetch, transaction
from backend.elders import queries
from backend.elders.eligibility import CriterionAnswer, Eligibility, EligibilityFacts, Supporter, judge
from backend.elders.errors import ElderNotOnRegister
from backend.elders.facts import EligibilityJudged
from backend.elders.models import Elder, EligibilityJudgement
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.policies.queries import in_force, policy
from backend.policies.rules import EligibilityPolicy, read

log = structlog.get_logger(__name__)

BATCH = 500


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


async def rejudge_due(kernel: Kernel, day: date) -> int:
    """Judge again all who were judged last by another policy than the one in force in their village on `day`; how many.

    Each is a transaction of its own: killed half way, or run by several workers, it ends as if run once. One that fails
    does not keep the others waiting.
    """
    judged = 0
    for asked, villages in (await _policies(day)).items():
        after = UUID(int=0)
        while due := await fetch(_Due, _DUE.format(here=any_of("e.village_id", 1)), villages, asked, after, BATCH):
            after = due[-1].id
            for row in due:
                try:
                    judged += await rejudge(kernel, row.id, day, PLATFORM) is not None
                except Exception as error:
                    log.error("rejudge_failed", elder=str(row.id), error=type(error).__name__)
    return judged


class _Due(msgspec.Struct, frozen=True):
    id: UUID


class _Village(msgspec.Struct, frozen=True):
    id: UUID
    value: str | None


async def _policies(day: date) -> dict[str, list[UUID]]:
    """The policies in force, as judgements keep them, and where."""
    found: dict[str, list[UUID]] = {}
    for village in await fetch(_Village, _VILLAGES, day):
        asked = _kept(read(EligibilityPolicy, village.value))
        found.setdefault(asked, []).append(village.id)
    return found


def _kept(asked: EligibilityPolicy) -> str:
    return msgspec.json.encode(asked).decode()


_VILLAGES = f"""
SELECT d.id, {in_force(EligibilityPolicy.name, "d.id", "$1")} AS value FROM divisions d
WHERE d.level = 'village' AND d.ends_on IS NULL
"""
_DUE = """
SELECT e.id FROM elders e JOIN eligibility_judgements j ON j.elder_id = e.id
WHERE e.left_on IS NULL AND {here} AND j.policy <> $2 AND e.id > $3 AND NOT EXISTS (
  SELECT 1 FROM eligibility_judgements k WHERE k.elder_id = e.id AND (k.judged_at, k.id) > (j.judged_at, j.id))
ORDER BY e.id LIMIT $4
"""


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
    asked = _kept(found.policy)
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
