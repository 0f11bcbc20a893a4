"""A family with a call, and the media node's word on its room."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.calls import attendance
from backend.calls.actions import Opening, open_room, propose, take
from backend.calls.asking import record_answer
from backend.calls.models import Call
from backend.calls.planning import Heard
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from media.contract import Attendance, EventKind, RoomEvent, encode_event, sign_event
from media.contract import Role as MediaRole
from tests.factories.village import MORNING, Person, World

KEY = b"the grant key of tests, 32 bytes"
TONIGHT = MORNING + timedelta(hours=11)
TOMORROW = MORNING + timedelta(hours=35)
THIRD_DAY = MORNING + timedelta(hours=59)
ALOUD = Opening(elder_agrees=True)
"""The elder says yes at the door, and nobody else is there."""


@dataclass(frozen=True)
class Family:
    """An elder, two confirmed children, and the volunteer next door."""

    world: World
    elder_id: UUID
    son: Person
    daughter: Person
    volunteer: Person

    async def proposed(self) -> UUID:
        """A call the son proposed for tonight or tomorrow."""
        return await propose(self.world.kernel, elder_id=self.elder_id, times=[TONIGHT, TOMORROW], by=self.son.viewer)

    async def taken(self, at: datetime = TONIGHT) -> UUID:
        """A call the volunteer took, the elder still to be asked; the three usual times were offered, or `at` alone."""
        kernel, usual = self.world.kernel, [TONIGHT, TOMORROW, THIRD_DAY]
        times = usual if at in usual else [at]
        call_id = await propose(kernel, elder_id=self.elder_id, times=times, by=self.son.viewer)
        await take(kernel, call_id=call_id, starts_at=at, by=self.volunteer.viewer)
        return call_id

    async def agreed(self, at: datetime = TONIGHT) -> UUID:
        """The same, and the elder said yes."""
        call_id, by = await self.taken(at), self.volunteer.viewer
        await record_answer(self.world.kernel, call_id=call_id, agrees=True, heard=Heard.PHONE, by=by)
        return call_id

    async def opened(self, at: datetime = TONIGHT) -> UUID:
        """The same, open."""
        call_id = await self.agreed(at)
        await open_room(self.world.kernel, call_id=call_id, opening=ALOUD, by=self.volunteer.viewer)
        return call_id


async def confirmed(world: World, elder_id: UUID, name: str, relation: str, duty: Duty = Duty.SUPPORTER) -> Person:
    """One of the elder's family, named, claimed and confirmed."""
    role = Role.SUPPORTER if duty is Duty.SUPPORTER else Role.CAREGIVER
    person = await world.person(role, name=name, elders=(elder_id,))
    member_id, now = uuid7(), world.clock.now()
    await FamilyMember.create(
        id=member_id,
        elder_id=elder_id,
        duty=duty,
        name=name,
        relation=relation,
        phone=world.kernel.keys.encrypt(b"13900000000", f"family_members|phone|{member_id}"),
        phone_hash=world.kernel.keys.keyed_hash(str(member_id), "phone"),
        account_id=person.viewer.account_id,
        named_at=now,
        claimed_at=now,
        confirmed_at=now,
    )
    return person


async def build_family(world: World, elder: str = "李秀英") -> Family:
    """A family in the world's village."""
    elder_id = await world.elder(name=elder)
    return Family(
        world=world,
        elder_id=elder_id,
        son=await confirmed(world, elder_id, "张伟", "儿子"),
        daughter=await confirmed(world, elder_id, "张丽", "女儿"),
        volunteer=await world.person(Role.VOLUNTEER, name="王小燕", elders=(elder_id,)),
    )


async def give_openid(world: World, person: Person) -> str:
    """Let the person have come by WeChat."""
    account_id, openid = person.viewer.account_id, f"o{person.viewer.account_id.hex[:27]}"
    await Account.filter(id=account_id).update(
        openid=world.kernel.keys.encrypt(openid.encode(), f"accounts|openid|{account_id}"),
        openid_hash=world.kernel.keys.keyed_hash(openid, "openid"),
    )
    return openid


def a_seat(
    account: UUID | str,
    role: MediaRole,
    *,
    talk_ms: int = 0,
    admitted: bool = True,
    joined_at: datetime = TONIGHT,
    left_at: datetime | None = None,
) -> Attendance:
    """One participant so far."""
    return Attendance(str(account), role, admitted, joined_at, left_at, talk_ms, talk_ms)


def a_room_event(
    room: UUID | str,
    *seats: Attendance,
    number: int = 1,
    session: str = "s1",
    talk_ms: int = 0,
    at: datetime = TONIGHT,
    closed_at: datetime | None = None,
) -> RoomEvent:
    """One report of one opening."""
    kind = EventKind.CLOSED if closed_at else EventKind.PROGRESS
    opened_at = at - timedelta(hours=1)
    return RoomEvent("node-1", str(room), session, number, kind, at, opened_at, closed_at, talk_ms, seats)


async def post(world: World, event: RoomEvent) -> None:
    """The event as the media node would post it now."""
    body, now = encode_event(event), world.clock.now()
    await attendance.receive(world.kernel, body=body, signature=sign_event(body, KEY, now), key=KEY)


async def call_row(call_id: UUID) -> Call:
    """The call as it stands."""
    return await Call.get(id=call_id)
