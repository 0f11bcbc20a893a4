"""First screens: everything that waits for one person, in one request."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.agreements.queries import AgreementRow, agreements
from backend.agreements.rules import OVER, AgreementState, Step
from backend.agreements.waiting import waiting_for
from backend.calls.queries import CallRow, calls
from backend.calls.rules import CallState
from backend.corrections import queries as corrections
from backend.elders.queries import ElderRow, elders, elders_among
from backend.elders.rules import age_on
from backend.families.queries import claimed, relations
from backend.services import queries as requests
from backend.visits.assignments import VISITORS
from backend.visits.latest import LatestRow, latest
from backend.visits.need_list import open_needs
from backend.visits.occasions import festivals
from backend.visits.proposal_list import open_proposals
from backend.visits.queries import DueRow, due_list
from backend.visits.rules import DueState, due_state
from backend.visits.weeks import OwnStop, week
from backend.volunteers.queries import volunteers
from miniprogram_api.dashboards.schemas import (
    AgreementCard,
    CallCard,
    ClaimCard,
    CommitteeTasks,
    DueVisit,
    ElderCard,
    ElderHome,
    FamilyHome,
    LastVisit,
    MovedVisit,
    NextFestival,
    PlannedVisit,
    VisitorToday,
    VolunteerCard,
)
from miniprogram_api.reading import log_list
from miniprogram_api.routes import Ask, Routes, scoped

routes = Routes("dashboards")
FESTIVAL_AHEAD = 10
COMING = (CallState.PROPOSED, CallState.AGREED, CallState.OPEN)


@routes.get("/api/dashboards/family", access=scoped(Role.SUPPORTER, Role.CAREGIVER))
async def read_family_home(ask: Ask) -> FamilyHome:
    """家: a card per elder, with the last visit, the next call and the agreement."""
    scope = ask.viewer.scope
    people = (await elders(scope, limit=50)).rows
    shown = msgspec.structs.replace(scope, elders=tuple(row.id for row in people))
    seen = {row.elder_id: row for row in await latest(shown, kernel=ask.kernel, by=ask.viewer.actor)}
    coming = _first((await calls(scope, limit=50)).rows[::-1], COMING)
    await log_list(ask, [row.id for row in people if row.id not in seen])
    kin = await relations(scope, ask.viewer.account_id)
    papers = {row.elder_id: row for row in (await agreements(scope, limit=50)).rows[::-1] if row.state not in OVER}
    steps = await waiting_for(ask.viewer, list(papers.values()))
    return FamilyHome(
        [
            ElderHome(
                elder=_elder(row, ask),
                relation=kin.get(row.id),
                last_visit=_visit(seen.get(row.id)),
                next_call=_call(coming[row.id]) if row.id in coming else None,
                agreement=_agreement(papers[row.id], steps) if row.id in papers else None,
            )
            for row in people
        ]
    )


@routes.get("/api/dashboards/today", access=scoped(*VISITORS))
async def read_today(ask: Ask) -> VisitorToday:
    """今天: elders in walking order, calls at their times, consents to ask for: calls and consents of those alone whom
    one visits as a volunteer."""
    scope, volunteers_here = ask.viewer.scope, ask.viewer.role is Role.VOLUNTEER
    own = await week(scope, ask.viewer.account_id)
    cards = await elders_among(scope, [row.elder_id for row in own.visits])
    hosted = (await calls(scope, limit=50)).rows if volunteers_here else ()
    coming = [row for row in hosted if row.state in COMING]
    found = (await agreements(scope, limit=50)).rows if volunteers_here else ()
    steps = await waiting_for(ask.viewer, found)
    papers = [_agreement(row, steps) for row in found]
    waiting = [paper for paper in papers if paper.waits_for]
    await log_list(ask, [*_elders(own.visits), *_elders(own.moved), *_elders(coming), *_elders(waiting)])
    near = next(festivals(ask.viewer.today, FESTIVAL_AHEAD), None)
    return VisitorToday(
        visits=[_planned(row, cards[row.elder_id], ask) for row in own.visits],
        moved=[MovedVisit(row.elder, row.ended_on, row.visitor) for row in own.moved],
        festival=NextFestival(*near) if near else None,
        calls=[_call(row) for row in sorted(coming, key=lambda row: row.starts_at or min(row.times))],
        agreements=waiting,
    )


@routes.get("/api/dashboards/committee", access=scoped(Role.COMMITTEE))
async def read_committee_tasks(ask: Ask) -> CommitteeTasks:
    """待办: agreements to file, overdue visits, places to confirm, volunteers to approve."""
    scope = ask.viewer.scope
    handed_in = (await agreements(scope, state=AgreementState.HANDED_IN, limit=50)).rows
    due = [row for row in (await due_list(scope, limit=50)).rows if row.state is DueState.OVERDUE]
    claims = [
        ClaimCard(row.id, row.elder_id, row.duty, row.name, row.relation, row.claimed_at)
        for row in await claimed(scope)
        if row.claimed_at
    ]
    waiting = [
        VolunteerCard(row.id, row.name, row.village, row.state, row.applied_at)
        for row in await volunteers(scope)
        if row.state != "trained"
    ]
    await log_list(ask, [*_elders(handed_in), *_elders(due), *_elders(claims)])
    steps = await waiting_for(ask.viewer, handed_in)
    return CommitteeTasks(
        agreements=[_agreement(row, steps) for row in handed_in],
        overdue=await _due(ask, due),
        claims=claims,
        volunteers=waiting,
        requests=await requests.unanswered(scope),
        corrections=await corrections.unanswered(scope),
        needs=await open_needs(scope),
        proposals=await open_proposals(scope),
    )


class _OfElder(Protocol):
    @property
    def elder_id(self) -> UUID: ...


def _elders(rows: Iterable[_OfElder]) -> Iterator[UUID]:
    return (row.elder_id for row in rows)


def _first(rows: Iterable[CallRow], states: tuple[CallState, ...]) -> dict[UUID, CallRow]:
    """Per elder the call going on, else the first agreed, else a proposed one."""
    found: dict[UUID, CallRow] = {}
    for row in rows:
        best = found.get(row.elder_id)
        if row.state in states and (best is None or states.index(row.state) > states.index(best.state)):
            found[row.elder_id] = row
    return found


def _elder(row: ElderRow, ask: Ask) -> ElderCard:
    return msgspec.convert({**msgspec.structs.asdict(row), "age": age_on(ask.viewer.today, row.born_on)}, ElderCard)


def _visit(row: LatestRow | None) -> LastVisit | None:
    return msgspec.convert({**msgspec.structs.asdict(row), "report_id": row.id}, LastVisit) if row else None


def _call(row: CallRow) -> CallCard:
    return CallCard(row.id, row.elder_id, row.elder, row.state, row.starts_at, list(row.times), row.host, row.proposer)


def _agreement(row: AgreementRow, steps: Mapping[UUID, Step | None]) -> AgreementCard:
    return AgreementCard(
        row.id,
        row.elder_id,
        row.elder,
        AgreementState(row.state),
        row.supporter,
        row.caregiver,
        row.handed_in_at,
        row.ask_again_on,
        steps[row.id],
    )


def _planned(row: OwnStop, card: ElderRow, ask: Ask) -> PlannedVisit:
    return PlannedVisit(
        elder=_elder(card, ask),
        plan_on=row.plan_on,
        hamlet=row.hamlet,
        due_on=row.due_on,
        state=due_state(row.due_on, ask.viewer.today),
        last_visit_at=row.last_visit_at,
        occasions=row.occasions,
        assigned=row.assigned,
        absent=row.absent,
    )


async def _due(ask: Ask, rows: Sequence[DueRow]) -> list[DueVisit]:
    cards = await elders_among(ask.viewer.scope, [row.elder_id for row in rows])
    return [
        DueVisit(_elder(cards[row.elder_id], ask), row.due_on, row.state, row.last_visit_at)
        for row in rows
        if row.elder_id in cards
    ]
