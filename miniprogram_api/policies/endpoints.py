"""What a place has settled where the documents leave it open: rhythms, deadlines, what counts."""

from typing import Any, get_args, get_type_hints

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.policies.actions import set_policies
from backend.policies.errors import PolicyInPast, PolicyNotPossible
from backend.policies.queries import coming, policy
from backend.policies.rules import PolicyValue
from miniprogram_api.policies.schemas import PoliciesIn, PoliciesInForce, PolicyValues
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done

routes = Routes("policies")
KINDS: dict[str, type[PolicyValue]] = {name: get_args(hint)[0] for name, hint in get_type_hints(PolicyValues).items()}


@routes.get("/api/policies", access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY))
async def read_policies(ask: Ask) -> PoliciesInForce:
    """What holds in my place today, and what will."""
    place, today = ask.viewer.scope.division, ask.viewer.today
    assert place is not None
    values: dict[str, Any] = {name: await policy(kind, division_id=place, day=today) for name, kind in KINDS.items()}
    return PoliciesInForce(place, PolicyValues(**values), await coming(place, today))


@routes.post(
    "/api/policies",
    access=scoped(Role.TOWNSHIP, Role.COUNTY),
    refusals=(DivisionNotFound, PolicyInPast, PolicyNotPossible),
)
async def set_place_policies(ask: Ask, body: PoliciesIn) -> Done:
    """Let values hold in a place of mine from a day on."""
    given = [value for name in KINDS if (value := getattr(body.values, name)) is not None]
    if not given:
        raise PolicyNotPossible(field="values")
    await set_policies(ask.kernel, division_id=body.division_id, values=given, starts_on=body.starts_on, by=ask.viewer)
    return Done()
