"""The emergency plan of a place: who is on duty, and how long each level has to answer (R091)."""

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.incidents import duty
from backend.incidents.errors import NotOnDuty
from backend.policies.actions import set_policy
from backend.policies.errors import PolicyInPast, PolicyNotPossible
from backend.policies.queries import policy
from backend.policies.rules import EscalationTable
from miniprogram_api.incidents.schemas import DutyHolderIn, DutyRoster, EmergencyPlan, EmergencyPlanIn
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made

routes = Routes("incidents")
OFFICE = scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY)


@routes.get("/api/incidents/duty", access=OFFICE)
async def list_duty_holders(ask: Ask) -> DutyRoster:
    """Who is on duty in my place and those below it."""
    return DutyRoster(await duty.roster(ask.kernel, ask.viewer.scope))


@routes.put("/api/incidents/duty", access=OFFICE, refusals=(DivisionNotFound, NotOnDuty))
async def name_duty_holder(ask: Ask, body: DutyHolderIn) -> Done:
    """Say who answers for a place from now on."""
    await duty.name_duty_holder(
        ask.kernel,
        division_id=body.division_id,
        account_id=body.account_id,
        phone=body.phone,
        watches=body.watches,
        by=ask.viewer,
    )
    return Done()


@routes.get("/api/incidents/plan", access=OFFICE)
async def read_emergency_plan(ask: Ask) -> EmergencyPlan:
    """The escalation table in force today."""
    place = ask.viewer.scope.division
    assert place is not None
    return EmergencyPlan(place, await policy(EscalationTable, division_id=place, day=ask.viewer.today))


@routes.post(
    "/api/incidents/plan", access=scoped(Role.COUNTY), refusals=(DivisionNotFound, PolicyInPast, PolicyNotPossible)
)
async def set_emergency_plan(ask: Ask, body: EmergencyPlanIn) -> Made:
    """Let a table hold from a day on."""
    return Made(
        await set_policy(
            ask.kernel, division_id=body.division_id, value=body.table, starts_on=body.starts_on, by=ask.viewer
        )
    )
