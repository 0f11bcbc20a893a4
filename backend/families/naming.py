"""Supporters of many elders at once, as a spreadsheet tells them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.accounts.models import Account
from backend.audit.trail import Actor
from backend.elders.imports.entries import SupporterEntry
from backend.families.actions import claim_named
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel

UNNAMED_RELATION = "赡养人"


@dataclass(frozen=True, slots=True)
class Naming:
    """What the register asks of families when it takes in or gives out a file."""

    kernel: Kernel

    async def of(self, elder_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[SupporterEntry]]:
        """The supporters on each file, with their phones in clear: for those who see the whole file."""
        found: dict[UUID, list[SupporterEntry]] = {}
        if not elder_ids:
            return found
        members = FamilyMember.filter(elder_id__in=list(elder_ids), duty=Duty.SUPPORTER, ended_at=None)
        for member in await members.order_by("named_at", "id"):
            phone = self.kernel.keys.decrypt(bytes(member.phone), f"family_members|phone|{member.id}").decode()
            entry = SupporterEntry(name=member.name, relation=member.relation, phone=phone, whereabouts=member.city)
            found.setdefault(member.elder_id, []).append(entry)
        return found

    async def name(self, wanted: Mapping[UUID, Sequence[SupporterEntry]], *, by: Actor) -> None:
        """Name them all; the holder of a verified phone claims the place at once. In the caller's transaction.

        Leaves no event of its own: the import's event on the elder's chain stands for it.
        """
        members = [self._member(elder_id, each) for elder_id, entries in wanted.items() for each in entries]
        await FamilyMember.bulk_create(members)
        hashes = [member.phone_hash for member in members]
        holders = await Account.filter(phone_hash__in=hashes) if hashes else []
        accounts = {bytes(account.phone_hash or b""): account.id for account in holders}
        for member in members:
            if account_id := accounts.get(member.phone_hash):
                await claim_named(self.kernel, member.id, member.elder_id, account_id, by=by)

    def _member(self, elder_id: UUID, entry: SupporterEntry) -> FamilyMember:
        assert entry.phone is not None
        member_id, keys = uuid7(), self.kernel.keys
        return FamilyMember(
            id=member_id,
            elder_id=elder_id,
            duty=Duty.SUPPORTER,
            name=entry.name,
            relation=entry.relation or UNNAMED_RELATION,
            city=entry.whereabouts,
            phone=keys.encrypt(entry.phone.encode(), f"family_members|phone|{member_id}"),
            phone_hash=keys.keyed_hash(entry.phone, "phone"),
            named_at=self.kernel.clock.now(),
        )
