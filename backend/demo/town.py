"""What the seeding remembers as it goes: the people and the hour."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from backend.accounts.actions import account_of_openid, verify_phone
from backend.accounts.models import Account, Membership, Tie
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.bootstrap import Services
from backend.demo.links import openid
from backend.divisions.models import Division
from backend.kit.clock import SHANGHAI, SetClock, shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.storage.uploads import enter_upload, store_picture


@dataclass
class Township:
    """A township while it is being lived through."""

    services: Services
    clock: SetClock
    villages: list[Division] = field(default_factory=list)
    phones: int = 0

    @property
    def kernel(self) -> Kernel:
        """The product's keys under the township's own clock."""
        return Kernel(self.clock, self.services.kernel.keys)

    async def person(self, who: str, phone: str | None = None) -> Account:
        """An account signed in by WeChat with a verified phone."""
        account = await account_of_openid(self.kernel, openid(who))
        if account.phone_hash is None:
            self.phones += 1
            number = phone or f"139{self.phones:08d}"
            await verify_phone(self.kernel, phone=number, by=await self.viewer(account.id, None))
        return account

    async def viewer(self, account_id: UUID, role: Role | None) -> Viewer:
        """The person under one role, as a request would have it."""
        account = await Account.get(id=account_id)
        held = await Membership.filter(account_id=account_id, role=role).first() if role else None
        ties = await Tie.filter(membership_id=held.id, ends_on=None) if held else []
        return Viewer(
            account_id=account_id,
            session_id=uuid7(),
            name=account.name,
            role=role,
            membership_id=held.id if held else None,
            division_id=held.division_id if held else None,
            elders=tuple(tie.elder_id for tie in ties),
            today=shanghai_day(self.clock.now()),
        )

    async def picture(self, account_id: UUID, data: bytes) -> UUID:
        """One upload of the person's."""
        key, digest, size = await store_picture(self.services.storage, account_id=account_id, data=data)
        return await enter_upload(self.kernel, account_id=account_id, key=key, sha256=digest, size=size)


def morning(now: datetime, *, days_ago: int) -> datetime:
    """Ten in the morning in China, some days back."""
    day = shanghai_day(now) - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, 10, tzinfo=SHANGHAI).astimezone(now.tzinfo)
