"""One family, its neighbours, and people of elsewhere, under one running product."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

from backend.accounts.roles import Role
from backend.db import open_database
from backend.divisions.actions import place
from backend.divisions.models import DivisionLevel
from tests.api.ledger import Ledger
from tests.api.operations import Tally
from tests.family import Family, bring_together
from tests.people import County, Person, county_in
from tests.product import Product

if TYPE_CHECKING:
    from tests.api.attempts import Attempt

NOTE = "枇杷膏放在床头柜里"


@dataclass
class Household:
    """One elder, and what hangs on this elder; the people are the family's."""

    elder_id: str
    name: str
    places: dict[str, str]
    pairing_id: str
    marks: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.marks |= {self.elder_id, self.name, *self.places.values()}


@dataclass
class World:
    """`family` is the rightful one. `neighbour` lives in the same village, `elsewhere` in another one."""

    product: Product
    county: County
    ledger: Ledger
    tally: Tally
    family: Family
    neighbour: Family
    elsewhere: Family
    stranger: Person
    township: Person
    bureau: Person
    far_township: Person
    far_bureau: Person
    volunteer_id: str
    phones: dict[str, str]
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    visited: "Household | None" = None
    attempts: "dict[str, Attempt]" = field(default_factory=dict)

    @property
    def village_id(self) -> str:
        """Where the family lives."""
        return str(self.county.villages[0])

    @property
    def rightful(self) -> dict[Role, Person]:
        """The family's person in each role."""
        family = self.family
        return {
            Role.SUPPORTER: family.son,
            Role.CAREGIVER: family.caregiver,
            Role.VOLUNTEER: family.volunteer,
            Role.COMMITTEE: family.committee,
            Role.TOWNSHIP: self.township,
            Role.COUNTY: self.bureau,
        }

    @property
    def outsiders(self) -> dict[str, Person]:
        """Everyone who has nothing to do with the family, in every role there is."""
        return {
            "stranger": self.stranger,
            "supporter of a neighbour": self.neighbour.son,
            "caregiver of a neighbour": self.neighbour.caregiver,
            "volunteer of a neighbour": self.neighbour.volunteer,
            "supporter of another village": self.elsewhere.son,
            "volunteer of another village": self.elsewhere.volunteer,
            "committee of another village": self.elsewhere.committee,
            "another township": self.far_township,
            "another county": self.far_bureau,
        }

    async def household(self, *, paired: bool = True, surname: str = "卫") -> Household:
        """A new elder in the family's village, with the son, the caregiver and the volunteer."""
        committee, number = self.family.committee, next(self.numbers)
        name = f"{surname}{number}素珍"
        elder_id = (await committee.post("/api/elders", self.elder_body(name=name)))["id"]
        places = {}
        for who, body in self.member_bodies().items():
            places[who] = (await committee.post(f"/api/elders/{elder_id}/ties", body))["id"]
            await committee.post(f"/api/elders/ties/{places[who]}/confirm")
        pairing_id = ""
        if paired:
            pairing = {"volunteer_id": self.volunteer_id, "elder_id": elder_id}
            pairing_id = (await committee.post("/api/volunteers/pairings", pairing))["id"]
        return Household(elder_id, name, places, pairing_id)

    def elder_body(self, **changes: Any) -> dict[str, Any]:
        """What the committee writes down of an elder."""
        return {
            "village_id": self.village_id,
            "name": "卫素珍",
            "gender": "female",
            "born_on": "1941-05-06",
            "address": "下寨 3 号",
            "living_alone": True,
            **changes,
        }

    def member_bodies(self) -> dict[str, dict[str, Any]]:
        """Son and caregiver as an elder's file names them."""
        named = (("son", "supporter", "卫建国", "儿子"), ("caregiver", "caregiver", "卫春花", "邻居"))
        return {
            who: {"duty": duty, "name": name, "relation": relation, "phone": self.phones[who], "city": "深圳"}
            for who, duty, name, relation in named
        }

    async def newcomer(self, phone: bool = False) -> Person:
        """Somebody who signs in for the first time, with a verified phone when wanted."""
        number = next(self.numbers)
        return await self.county.person(f"newcomer{number}", f"139{number:08}" if phone else None)

    async def only_child(self) -> tuple[Household, Person]:
        """An elder and a child of nobody else: what this child says of all its elders is said of one."""
        home, number = await self.household(), next(self.numbers)
        named = {**self.member_bodies()["son"], "phone": f"137{number:08}"}
        home.places["child"] = (await self.family.committee.post(f"/api/elders/{home.elder_id}/ties", named))["id"]
        child = await self.county.person(f"child{number}", f"137{number:08}")
        await self.family.committee.post(f"/api/elders/ties/{home.places['child']}/confirm")
        return home, child


def times_ahead() -> list[str]:
    """Times for a call."""
    now = datetime.now(UTC)
    return [(now + timedelta(days=days)).isoformat() for days in (1, 2)]


@asynccontextmanager
async def world_in(product: Product) -> AsyncIterator[World]:
    """Everybody, signed in."""
    tally, ledger = Tally(), Ledger(product.database_url)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(ledger.close)
        county = await stack.enter_async_context(county_in(product))
        county.http.event_hooks["response"].append(tally.watch)
        family = await bring_together(county, 0, mark="1")
        neighbour = await bring_together(county, 0, mark="2")
        elsewhere = await bring_together(county, 1, mark="3")
        assert county.township is not None
        assert county.county is not None
        far_county, far_township = await _far(product)
        volunteers = (await family.committee.get("/api/volunteers"))["items"]
        me = (await family.volunteer.get("/api/sessions/current"))["account_id"]
        yield World(
            product=product,
            county=county,
            ledger=ledger,
            tally=tally,
            family=family,
            neighbour=neighbour,
            elsewhere=elsewhere,
            stranger=await county.person("stranger"),
            township=await county.official("township", Role.TOWNSHIP, county.township, "罗永昌"),
            bureau=await county.official("bureau", Role.COUNTY, county.county, "高文慧"),
            far_township=await county.official("far-township", Role.TOWNSHIP, far_township, "白立新"),
            far_bureau=await county.official("far-bureau", Role.COUNTY, far_county, "石秀兰"),
            volunteer_id=next(row["id"] for row in volunteers if row["account_id"] == me),
            phones={"son": "13800000011", "caregiver": "13800000013"},
        )


async def _far(product: Product) -> tuple[UUID, UUID]:
    since = date(2020, 1, 1)
    async with open_database(product.database_url):
        top = await place(code="539902000000", name="远山县", level=DivisionLevel.COUNTY, parent=None, starts_on=since)
        town = await place(
            code="539902101000", name="白水镇", level=DivisionLevel.TOWNSHIP, parent=top, starts_on=since
        )
    return top.id, town.id
