"""The month in figures over HTTP."""

import httpx
import pytest

from backend.accounts.roles import Role
from tests.factories.village import Person, World

FIGURES = "/api/statistics/figures"


def signed(person: Person) -> dict[str, str]:
    return {"authorization": f"Bearer {person.token}"}


class TestReadFigures:
    async def test_tells_the_county_counts_and_rates_of_each_place(self, http: httpx.AsyncClient, world: World) -> None:
        county = await world.person(Role.COUNTY, division=world.county)
        before = (await http.get(FIGURES, params={"month": "2026-03"}, headers=signed(county))).json()
        await world.elder()
        told = (await http.get(FIGURES, params={"month": "2026-03"}, headers=signed(county))).json()
        assert (told["month"], told["as_of"]) == ("2026-03", "2026-03-10")
        assert [
            (now["name"], now["level"], now["elders"] - then["elders"])
            for now, then in zip(told["items"], before["items"], strict=True)
        ] == [("清水县", "county", 1), ("石门乡", "township", 1), ("上坪村", "village", 1), ("下坪村", "village", 0)]
        top, *_, empty = told["items"]
        assert (top["agreement_rate"], top["visit_rate"]) == (0.0, None)
        assert (empty["agreement_rate"], empty["parent_id"]) == (None, str(world.township.id))

    async def test_tells_no_name(self, http: httpx.AsyncClient, world: World) -> None:
        await world.elder(name="李秀英")
        county = await world.person(Role.COUNTY, division=world.county)
        answer = await http.get(FIGURES, params={"month": "2026-03"}, headers=signed(county))
        assert "李秀英" not in answer.text

    @pytest.mark.parametrize("role", [Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER])
    async def test_is_closed_to_those_tied_to_elders(self, http: httpx.AsyncClient, world: World, role: Role) -> None:
        person = await world.person(role, elders=(await world.elder(),))
        assert (await http.get(FIGURES, params={"month": "2026-03"}, headers=signed(person))).status_code == 403
        assert (await http.get(FIGURES, params={"month": "2026-03"})).status_code == 401

    async def test_ends_at_ones_own_places(self, http: httpx.AsyncClient, world: World) -> None:
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        params = {"month": "2026-03", "division_id": str(world.neighbour.id)}
        assert (await http.get(FIGURES, params=params, headers=signed(secretary))).status_code == 404

    @pytest.mark.parametrize(
        ("month", "code"),
        [("2026-04", "month_not_possible"), ("2019-12", "month_not_possible"), ("2026-13", "field_not_right")],
    )
    async def test_refuses_a_month_that_is_none(
        self, http: httpx.AsyncClient, world: World, month: str, code: str
    ) -> None:
        county = await world.person(Role.COUNTY, division=world.county)
        answer = await http.get(FIGURES, params={"month": month}, headers=signed(county))
        assert (answer.status_code, answer.json()["code"]) == (422, code)
