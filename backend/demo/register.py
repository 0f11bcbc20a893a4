"""What the offices did to the demo's register since: confirmed, assessed, judged, decided otherwise, came and went."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from backend.accounts.viewer import Viewer
from backend.elders.ability import HIGHEST, AbilityItem, Conditions
from backend.elders.classifying import ElderFacts, assess, change_facts, override
from backend.elders.eligibility import Supporter, Whereabouts
from backend.elders.findings import known_facts
from backend.elders.judging import Situation, judge_eligibility
from backend.elders.rules import LeaveReason, PriorityTier
from backend.elders.staying import confirm_whole_file, leave, move
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel

_LEFT = {
    55: LeaveReason.CHILD_RETURNED,
    56: LeaveReason.MOVED_AWAY,
    57: LeaveReason.DIED,
    58: LeaveReason.INSTITUTION,
    59: LeaveReason.ENTERED_BY_MISTAKE,
}
_CONFIRMED = (9, 13, 53)
_MOVED, _DECIDED_OTHERWISE = 52, 2
_LESS_ABLE = {AbilityItem.STAIRS: 2, AbilityItem.BATHING: 3, AbilityItem.MEMORY: 3, AbilityItem.HEARING: 1}
_OVERRIDE_REASON = "刚做完白内障手术，一个月里看不清路，先按重点人群探访"


class Offices(Protocol):
    """The village committees' members by village, the township's, and the clock they live by."""

    @property
    def kernel(self) -> Kernel: ...

    async def committee(self, village: int) -> Viewer: ...

    async def township(self) -> Viewer: ...


def registered_days_ago(index: int) -> int:
    """Most came a month ago, some last quarter, a few so long ago that their files are overdue to be looked through."""
    if index % 4 != 1 or index % 9 == 8:
        return 34
    return 200 if index % 8 == 1 else 100


async def live_on(offices: Offices, elders: list[tuple[UUID, int]], villages: list[UUID], now: datetime) -> None:
    """`elders` with the number of each one's village, in the order of the demo's list; `villages` by number."""
    kernel, today = offices.kernel, shanghai_day(now)
    for index in _CONFIRMED:
        elder_id, village = elders[index]
        await confirm_whole_file(kernel, elder_id=elder_id, by=await offices.committee(village))
    for days, (index, reason) in enumerate(_LEFT.items()):
        elder_id, village = elders[index]
        on = today - timedelta(days=days)
        await leave(kernel, elder_id=elder_id, reason=reason, on=on, by=await offices.committee(village))
    elder_id, village = elders[_MOVED]
    await move(kernel, elder_id=elder_id, village_id=villages[(village + 1) % 3], on=today, by=await offices.township())
    elder_id, village = elders[_DECIDED_OTHERWISE]
    await override(
        kernel,
        elder_id=elder_id,
        tier=PriorityTier.HIGH,
        reason=_OVERRIDE_REASON,
        ends_on=today + timedelta(days=30),
        by=await offices.committee(village),
    )
    elder_id, village = elders[0]
    await _looked_into(kernel, elder_id, now, by=await offices.committee(village))


async def _looked_into(kernel: Kernel, elder_id: UUID, now: datetime, *, by: Viewer) -> None:
    """Everything is known of the story's first elder: assessed, and judged to be one of those meant."""
    known = await known_facts(by.scope, elder_id)
    facts = ElderFacts(
        living_alone=known.living_alone,
        mobility=known.mobility,
        disability=known.disability,
        dementia=False,
        seriously_ill=False,
        poor=False,
        minor_at_home=False,
        registered_here=True,
        accepts_services=True,
    )
    await change_facts(kernel, elder_id=elder_id, facts=facts, by=by)
    today = shanghai_day(now)
    await assess(
        kernel,
        elder_id=elder_id,
        assessed_on=today - timedelta(days=9),
        scores={**HIGHEST, **_LESS_ABLE},
        conditions=Conditions(coma=False, dementia=False, mental_disorder=False, risk_events=0),
        by=by,
    )
    son = Supporter(whereabouts=Whereabouts.ELSEWHERE, since=today - timedelta(days=900), for_work=True, able=True)
    situation = Situation(lives_in_countryside=True, supporters=(son,))
    await judge_eligibility(kernel, elder_id=elder_id, facts=situation, by=by)
