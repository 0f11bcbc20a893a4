"""Supporters of many elders at once, as a spreadsheet tells them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.accounts.models import Account
from backend.audit.trail import Actor
from backend.divisions.models import Division
from backend.elders.imports.entries import SupporterEntry, news
from backend.elders.models import Elder, EligibilityJudgement
from backend.families.actions import claim_named
from backend.families.models import FamilyMember, Whereabouts
from backend.families.queries import employer
from backend.families.rules import Duty, home_province, told_place
from backend.families.whereabouts import judge_again
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel

UNNAMED_RELATION = "赡养人"


@dataclass(frozen=True, slots=True)
class Naming:
    """What the register asks of families when it takes in or gives out a file.

    Leaves no events of its own: the import's event on the elder's chain stands for it.
    """

    kernel: Kernel

    async def of(self, elder_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[SupporterEntry]]:
        """The supporters on each file, with their phones in clear: for those who see the whole file."""
        found: dict[UUID, list[SupporterEntry]] = {}
        if not elder_ids:
            return found
        members = await FamilyMember.filter(elder_id__in=list(elder_ids), duty=Duty.SUPPORTER, ended_at=None).order_by(
            "named_at", "id"
        )
        last = await _last_told(members)
        for member in members:
            found.setdefault(member.elder_id, []).append(self._entry(member, last.get(member.id)))
        return found

    async def name(self, wanted: Mapping[UUID, Sequence[SupporterEntry]], *, by: Actor, today: date) -> None:
        """Name them all; the holder of a verified phone claims the place at once. In the caller's transaction."""
        named = [(self._member(elder_id, each), each) for elder_id, entries in wanted.items() for each in entries]
        members = [member for member, _ in named]
        await FamilyMember.bulk_create(members)
        told = [(member, each, None) for member, each in named if (each.away_since, each.for_work) != (None, None)]
        await self._write_whereabouts(told, by, today)
        hashes = [member.phone_hash for member in members]
        holders = await Account.filter(phone_hash__in=hashes) if hashes else []
        accounts = {bytes(account.phone_hash or b""): account.id for account in holders}
        for member in members:
            if account_id := accounts.get(member.phone_hash):
                await claim_named(self.kernel, member.id, member.elder_id, account_id, by=by)

    async def tell(self, wanted: Mapping[UUID, Sequence[SupporterEntry]], *, by: Actor, today: date) -> None:
        """Write down the news of those on the files already, known by their phones. In the caller's transaction.

        Whoever is telling of himself or herself at this moment is passed over.
        """
        said = {(elder_id, self._hash(each)): each for elder_id, entries in wanted.items() for each in entries}
        members = await (
            FamilyMember.filter(elder_id__in=list(wanted), duty=Duty.SUPPORTER, ended_at=None)
            .order_by("id")
            .select_for_update(no_key=True, skip_locked=True)
        )
        last = await _last_told(members)
        told = []
        for member in members:
            entry, before = said.get((member.elder_id, bytes(member.phone_hash))), last.get(member.id)
            there = self._entry(member, before)
            if entry is None or (found := news(entry, there)) is None:
                continue
            await FamilyMember.filter(id=member.id).update(city=found.whereabouts, able=found.able)
            if (found.away_since, found.for_work) != (there.away_since, there.for_work):
                told.append((member, found, before))
        await self._write_whereabouts(told, by, today)
        judged = EligibilityJudgement.filter(elder_id__in=list(wanted)).distinct().order_by("elder_id")
        for (elder_id,) in await judged.values_list("elder_id"):
            await judge_again(self.kernel, elder_id, today, by)

    def _entry(self, member: FamilyMember, last: Whereabouts | None) -> SupporterEntry:
        phone = self.kernel.keys.decrypt(bytes(member.phone), f"family_members|phone|{member.id}").decode()
        return SupporterEntry(
            name=member.name,
            relation=member.relation,
            phone=phone,
            whereabouts=member.city,
            away_since=last.since if last else None,
            for_work=last.for_work if last else None,
            able=member.able,
        )

    def _member(self, elder_id: UUID, entry: SupporterEntry) -> FamilyMember:
        assert entry.phone is not None
        member_id = uuid7()
        return FamilyMember(
            id=member_id,
            elder_id=elder_id,
            duty=Duty.SUPPORTER,
            name=entry.name,
            relation=entry.relation or UNNAMED_RELATION,
            city=entry.whereabouts,
            able=entry.able,
            phone=self.kernel.keys.encrypt(entry.phone.encode(), f"family_members|phone|{member_id}"),
            phone_hash=self._hash(entry),
            named_at=self.kernel.clock.now(),
        )

    def _hash(self, entry: SupporterEntry) -> bytes:
        assert entry.phone is not None
        return self.kernel.keys.keyed_hash(entry.phone, "phone")

    async def _write_whereabouts(
        self, told: Sequence[tuple[FamilyMember, SupporterEntry, Whereabouts | None]], by: Actor, today: date
    ) -> None:
        """Each as the entry has it, after what was told before. A place told in full counts as confirmed today."""
        if not told:
            return
        homes = await _homes({member.elder_id for member, _, _ in told})
        rows = [self._whereabouts(member, entry, before, homes[member.elder_id], by) for member, entry, before in told]
        await Whereabouts.bulk_create(rows)
        full = [row.family_member_id for row in rows if row.province]
        await FamilyMember.filter(id__in=full).update(whereabouts_on=today)

    def _whereabouts(
        self, member: FamilyMember, entry: SupporterEntry, before: Whereabouts | None, home: str | None, by: Actor
    ) -> Whereabouts:
        made, work = uuid7(), None
        place = told_place(entry.whereabouts, entry.away_since, home=home)
        row = Whereabouts(
            id=made,
            family_member_id=member.id,
            province=place.province,
            city=place.city,
            area=place.area,
            since=place.since,
            for_work=entry.for_work,
            told_by=by.account_id,
            told_at=self.kernel.clock.now(),
        )
        if before and before.province and (entry.whereabouts, entry.away_since) == (member.city, before.since):
            # Only what for is new: the place stays as it was told.
            row.province, row.city, row.area = before.province, before.city, before.area
            work = employer(self.kernel, before.id, before.employer)
        row.employer = self.kernel.keys.encrypt(work.encode(), f"whereabouts|employer|{made}") if work else None
        return row


async def _last_told(members: Iterable[FamilyMember]) -> dict[UUID, Whereabouts]:
    told = Whereabouts.filter(family_member_id__in=[member.id for member in members])
    return {row.family_member_id: row for row in await told.order_by("told_at", "id")}


async def _homes(elder_ids: Iterable[UUID]) -> dict[UUID, str | None]:
    """The provinces the elders live in."""
    villages = dict(await Elder.filter(id__in=list(elder_ids)).values_list("id", "village_id"))
    codes = dict(await Division.filter(id__in=list(set(villages.values()))).values_list("id", "code"))
    return {elder_id: home_province(codes[village_id]) for elder_id, village_id in villages.items()}
