"""A small believable world: one county, a township, two villages, elders, and those who look after them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from backend.accounts.actions import grant, open_session, tie
from backend.accounts.models import Account
from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from backend.accounts.rules import SignInWay
from backend.accounts.viewer import Viewer
from backend.divisions.actions import place
from backend.divisions.models import Division, DivisionLevel
from backend.elders.actions import NewElder, register
from backend.elders.rules import Gender, PriorityTier
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.kit.clock import SetClock
from backend.kit.kernel import Kernel
from backend.kit.secrets import KeyRing
from backend.storage.models import Upload

MORNING = datetime(2026, 3, 10, 1, tzinfo=UTC)
"""Nine o'clock in China."""
LONG_AGO = date(2020, 1, 1)

_ALL_KNOWN = {"disability": DisabilityGrade.NONE, "dementia": False}
LEADING_TO: Mapping[PriorityTier, Mapping[str, Any]] = {
    PriorityTier.HIGH: {**_ALL_KNOWN, "mobility": Mobility.BEDRIDDEN},
    PriorityTier.MEDIUM: {**_ALL_KNOWN, "mobility": Mobility.DIFFICULT},
    PriorityTier.ROUTINE: {**_ALL_KNOWN, "mobility": Mobility.FREE},
    PriorityTier.UNCLASSIFIED: {},
}
"""What one under eighty must be like for each tier."""


@dataclass(frozen=True)
class Person:
    """Someone signed in: the token a device would hold, and the viewer it stands for."""

    token: str
    viewer: Viewer


@dataclass(frozen=True)
class World:
    """Builds what a test needs, by the same actions people use."""

    kernel: Kernel
    clock: SetClock
    county: Division
    township: Division
    village: Division
    neighbour: Division

    async def person(
        self, role: Role, *, name: str = "王小燕", division: Division | None = None, elders: tuple[UUID, ...] = ()
    ) -> Person:
        """An account with one role, signed in."""
        account = await Account.create(name=name, created_at=self.clock.now())
        division_id = division.id if division else None
        membership = await grant(self.kernel, account_id=account.id, role=role, division_id=division_id)
        for elder_id in elders:
            await tie(self.kernel, membership_id=membership.id, elder_id=elder_id)
        return await self.sign_in(account.id)

    async def sign_in(self, account_id: UUID) -> Person:
        """A new session of an account."""
        token = await open_session(self.kernel, account_id, SignInWay.WECHAT)
        viewer = await viewer_of(token, self.clock.now())
        assert viewer is not None
        return Person(token, viewer)

    async def elder(
        self,
        *,
        village: Division | None = None,
        name: str = "李秀英",
        tier: PriorityTier = PriorityTier.ROUTINE,
        address: str = "三组 12 号",
        born_on: date = date(1948, 5, 1),
    ) -> UUID:
        """An elder, registered by the committee of the village with facts that lead to `tier`."""
        village = village or self.village
        secretary = await self.person(Role.COMMITTEE, name="村委会", division=village)
        written = NewElder(
            name=name, gender=Gender.FEMALE, born_on=born_on, address=address, living_alone=True, **LEADING_TO[tier]
        )
        return await register(self.kernel, village_id=village.id, elder=written, by=secretary.viewer)

    async def photo(self, owner: Person) -> UUID:
        """A picture the person has uploaded."""
        made = await Upload.create(
            account_id=owner.viewer.account_id, key="k", sha256="0" * 64, size=1, created_at=self.clock.now()
        )
        return made.id


async def build_world(*, keys: KeyRing | None = None, clock: SetClock | None = None) -> World:
    """The places, in the open database, at MORNING unless the clock says otherwise; the test builds everything else."""
    clock = clock or SetClock(MORNING)
    kernel = Kernel(clock, keys or KeyRing({"t": b"k" * 32}, "t", b"l" * 32))
    county = await place(
        code="520123000000", name="清水县", level=DivisionLevel.COUNTY, parent=None, starts_on=LONG_AGO
    )
    township = await place(
        code="520123100000", name="石门乡", level=DivisionLevel.TOWNSHIP, parent=county, starts_on=LONG_AGO
    )
    village = await place(
        code="520123100201", name="上坪村", level=DivisionLevel.VILLAGE, parent=township, starts_on=LONG_AGO
    )
    neighbour = await place(
        code="520123100202", name="下坪村", level=DivisionLevel.VILLAGE, parent=township, starts_on=LONG_AGO
    )
    return World(kernel, clock, county, township, village, neighbour)
