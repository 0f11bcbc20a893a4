"""What follows from reports: the forms they are written by, needs to be met, changes of the file to be decided."""

from typing import Literal
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.consents.errors import HealthNotConsented
from backend.elders.errors import ElderNotOnRegister
from backend.families.errors import (
    AreaNotPossible,
    CityNotPossible,
    FamilyMemberNotFound,
    NotASupporter,
    ProvinceNotKnown,
    SinceNotPossible,
)
from backend.families.rules import Place
from backend.kit.pages import CursorNotReadable
from backend.visits.aid import ReferredTo
from backend.visits.errors import (
    NeedStepNotPossible,
    ProposalIsDecided,
    ProposalNeedsPlace,
    ProposalNotFound,
    VisitNeedNotFound,
)
from backend.visits.forms import CURRENT, FORMS, VisitForm, form
from backend.visits.need_list import NeedRow, needs
from backend.visits.needs import end_need, refer_need
from backend.visits.proposal_list import ProposalRow, proposals
from backend.visits.proposals import ChildMoved, accept_proposal, decline_proposal
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done, Words
from miniprogram_api.visits.endpoints import READERS
from miniprogram_api.visits.schemas import MovedIn, NeedsQuery

routes = Routes("visits")


class VisitForms(msgspec.Struct):
    """Every form there ever was; `first` and `later` are the ones to write by now."""

    items: list[VisitForm]
    first: str
    later: str


class VisitNeeds(msgspec.Struct):
    """A page of needs, the oldest first."""

    items: list[NeedRow]
    next_cursor: str | None


class Proposals(msgspec.Struct):
    """A page of proposed changes, one elder's together."""

    items: list[ProposalRow]
    next_cursor: str | None


class ReferralIn(msgspec.Struct, forbid_unknown_fields=True):
    """Who is asked to help: the office, and in words which one, or whom."""

    to: ReferredTo
    words: Words


class NeedResultIn(msgspec.Struct, forbid_unknown_fields=True):
    """What came of it, or why nothing."""

    outcome: Literal["met", "not_met"]
    words: Words


class ProposalDecisionIn(msgspec.Struct, forbid_unknown_fields=True):
    """Accepted, with the child and the place where a child moved; or declined, and why."""

    outcome: Literal["accepted", "declined"]
    words: Words | None = None
    moved: MovedIn | None = None


@routes.get("/api/visits/forms", access=SELF)
async def list_visit_forms(ask: Ask) -> VisitForms:
    """What a visit asks: the forms of all versions, old reports name theirs."""
    return VisitForms([form(each) for each in FORMS], *CURRENT.values())


@routes.get("/api/visits/needs", access=scoped(*READERS), refusals=(CursorNotReadable,))
async def list_visit_needs(ask: Ask, query: NeedsQuery) -> VisitNeeds:
    """The needs that wait for help, the oldest first; of one elder all, with what came of them; logged."""
    page = await needs(ask.kernel, ask.viewer.scope, elder_id=query.elder_id, cursor=query.cursor, limit=query.limit)
    for elder_id in {row.elder_id for row in page.rows}:
        await log_reading(ask, elder_id, "visit_needs")
    return VisitNeeds(list(page.rows), page.next_cursor)


@routes.post(
    "/api/visits/needs/{need_id}/refer",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(VisitNeedNotFound, NeedStepNotPossible),
)
async def refer_visit_need(ask: Ask, need_id: UUID, body: ReferralIn) -> Done:
    """Ask somebody to help, or somebody else than before."""
    await refer_need(ask.kernel, need_id=need_id, to=body.to, words=body.words, by=ask.viewer)
    return Done()


@routes.post(
    "/api/visits/needs/{need_id}/result",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(VisitNeedNotFound, NeedStepNotPossible),
)
async def end_visit_need(ask: Ask, need_id: UUID, body: NeedResultIn) -> Done:
    """Write down what came of it."""
    await end_need(ask.kernel, need_id=need_id, met=body.outcome == "met", words=body.words, by=ask.viewer)
    return Done()


@routes.get("/api/visits/proposals", access=scoped(Role.COMMITTEE), refusals=(CursorNotReadable,))
async def list_proposals(ask: Ask, query: NeedsQuery) -> Proposals:
    """The changes visitors propose and nobody decided yet; of one elder all; logged."""
    page = await proposals(
        ask.kernel, ask.viewer.scope, elder_id=query.elder_id, cursor=query.cursor, limit=query.limit
    )
    for elder_id in {row.elder_id for row in page.rows}:
        await log_reading(ask, elder_id, "profile_proposals")
    return Proposals(list(page.rows), page.next_cursor)


@routes.post(
    "/api/visits/proposals/{proposal_id}/decision",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(
        ProposalNotFound,
        ProposalIsDecided,
        ProposalNeedsPlace,
        ElderNotOnRegister,
        HealthNotConsented,
        FamilyMemberNotFound,
        NotASupporter,
        ProvinceNotKnown,
        CityNotPossible,
        AreaNotPossible,
        SinceNotPossible,
    ),
)
async def decide_proposal(ask: Ask, proposal_id: UUID, body: ProposalDecisionIn) -> Done:
    """Write the change into the file, or leave the file as it is."""
    if body.outcome == "accepted":
        moved = _moved(body.moved) if body.moved else None
        await accept_proposal(ask.kernel, proposal_id=proposal_id, moved=moved, by=ask.viewer)
    else:
        await decline_proposal(ask.kernel, proposal_id=proposal_id, words=body.words or "", by=ask.viewer)
    return Done()


def _moved(told: MovedIn) -> ChildMoved:
    place = Place(
        province=told.province,
        city=told.city,
        area=told.area,
        since=told.since,
        for_work=told.for_work,
        employer=None,
    )
    return ChildMoved(told.member_id, place)
