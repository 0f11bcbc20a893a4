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
from backend.elders.staying import confirm_whole_file, leave, move, tell_where_to
from backend.families.models import FamilyMember
from backend.families.rules import Duty, Place
from backend.families.whereabouts import tell_for
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.profiles.actions import record_capacity, record_household, record_part, replace_contacts
from backend.profiles.rules import CapacitySource, DecisionCapacity, NewContact, Part

_LEFT = {
    55: LeaveReason.CHILD_RETURNED,
    56: LeaveReason.MOVED_AWAY,
    57: LeaveReason.DIED,
    58: LeaveReason.INSTITUTION,
    59: LeaveReason.ENTERED_BY_MISTAKE,
}
_WENT_TO = {56: "跟女儿去了东莞", 58: "县福利院"}
_CONFIRMED = (9, 13, 53)
_MOVED, _DECIDED_OTHERWISE = 52, 2
_LESS_ABLE = {AbilityItem.STAIRS: 2, AbilityItem.BATHING: 3, AbilityItem.MEMORY: 3, AbilityItem.HEARING: 1}
PROFILE = {
    Part.FAMILY: "老伴前年走了，一儿一女都在广东打工，过年回来。",
    Part.HEALTH: "血压高，每天吃药；右膝盖疼，走远路要歇。",
    Part.MIND: "爱说话，想孙子；夜里有时睡不着。",
    Part.SAFETY: "电线去年换过，灶台边还堆着柴，提醒过要移开。",
    Part.HYGIENE: "屋里干净，自己洗衣做饭。",
    Part.DWELLING: "砖房三间，厕所在院里，没有扶手。",
    Part.NEEDS: "想在厕所装个扶手；赶集时请人带点药。",
    Part.INCOME: "养老金，加上儿子每月寄 800 元。",
    Part.CARE: "邻居李春花每天来看一次，帮着挑水。",
}
CONTACTS = (
    NewContact("李春花", "邻居", "13900000088"),
    NewContact("王建国", "儿子", "13900000089"),
)
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
    for index, where_to in _WENT_TO.items():
        elder_id, village = elders[index]
        await tell_where_to(kernel, elder_id=elder_id, where_to=where_to, by=await offices.committee(village))
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
    committee = await offices.committee(village)
    await _looked_into(kernel, elder_id, now, by=committee)
    await _written_down(kernel, elder_id, now, by=committee)


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


async def _written_down(kernel: Kernel, elder_id: UUID, now: datetime, *, by: Viewer) -> None:
    """The story's first file is written out: the profile's parts, whom to ring, home, capacity, where the son is."""
    today = shanghai_day(now)
    for days, (part, text) in enumerate(PROFILE.items()):
        on = today - timedelta(days=2 + days)
        await record_part(kernel, elder_id=elder_id, part=part, text=text, observed_on=on, by=by)
    await replace_contacts(kernel, elder_id=elder_id, wanted=CONTACTS, seen=(), by=by)
    await record_household(
        kernel, elder_id=elder_id, people=1, spouse=False, minors=0, observed_on=today - timedelta(days=2), by=by
    )
    await record_capacity(
        kernel,
        elder_id=elder_id,
        capacity=DecisionCapacity.CAPABLE,
        source=CapacitySource.VILLAGE,
        found_by="赵志强",
        found_on=today - timedelta(days=2),
        by=by,
    )
    son = await FamilyMember.filter(elder_id=elder_id, duty=Duty.SUPPORTER).order_by("id").first()
    if son is not None:
        place = Place(
            province="广东省",
            city="深圳市",
            area=Whereabouts.ELSEWHERE,
            since=today - timedelta(days=900),
            for_work=True,
            employer=None,
        )
        await tell_for(kernel, member_id=son.id, place=place, able=True, by=by)
