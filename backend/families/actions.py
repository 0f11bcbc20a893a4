"""Naming, claiming and confirming supporters and caregivers (design: both the phone and the committee must agree)."""

from dataclasses import dataclass
from uuid import UUID

from backend.accounts.actions import grant, name_account, tie, verify_phone
from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Actor, Subject, record
from backend.db import transaction
from backend.elders.queries import elder
from backend.families.errors import AlreadyNamed, FamilyMemberNotFound, NotClaimedYet, OwnPlace
from backend.families.facts import PlaceClaimed, PlaceConfirmed
from backend.families.models import FamilyMember, FormerPhone
from backend.families.queries import member
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box


@dataclass(frozen=True, slots=True)
class NewMember:
    """A supporter or caregiver as the elder's file names one."""

    duty: Duty
    name: str
    relation: str
    phone: str
    city: str | None = None


async def name_member(kernel: Kernel, *, elder_id: UUID, member: NewMember, by: Viewer) -> UUID:
    """Name a place on the elder's file. Raises ElderNotFound, AlreadyNamed."""
    by.require(Role.COMMITTEE)
    await elder(by.scope, elder_id)
    member_id = uuid7()
    phone_hash = kernel.keys.keyed_hash(member.phone, "phone")
    async with transaction():
        if await FamilyMember.exists(elder_id=elder_id, duty=member.duty, phone_hash=phone_hash, ended_at=None):
            raise AlreadyNamed(field="phone")
        await FamilyMember.create(
            id=member_id,
            elder_id=elder_id,
            duty=member.duty,
            name=member.name,
            relation=member.relation,
            city=member.city,
            phone=kernel.keys.encrypt(member.phone.encode(), f"family_members|phone|{member_id}"),
            phone_hash=phone_hash,
            named_at=kernel.clock.now(),
        )
        await record(
            kernel, Subject("elder", elder_id), Tag.FAMILY_NAMED, by=by.actor, member=str(member_id), duty=member.duty
        )
        holder = await Account.get_or_none(phone_hash=phone_hash)
        if holder is not None:
            await claim_named(kernel, member_id, elder_id, holder.id, by=by.actor)
    return member_id


async def prove_phone(kernel: Kernel, *, phone: str, by: Viewer) -> None:
    """Remember the phone WeChat vouched for, claim what is named for it, and let the files the person stands on have
    the new number (R016): all or nothing. Raises PhoneBelongsToAnother.
    """
    async with transaction():
        await verify_phone(kernel, phone=phone, by=by)
        await claim_places(kernel, by=by)
        await _change_phone(kernel, phone, by)


async def _change_phone(kernel: Kernel, phone: str, by: Viewer) -> None:
    """Places named twice, for both numbers, keep both."""
    phone_hash = kernel.keys.keyed_hash(phone, "phone")
    held = FamilyMember.filter(account_id=by.account_id, ended_at=None).exclude(phone_hash=phone_hash)
    for place in await held.order_by("id").select_for_update(no_key=True):
        if await FamilyMember.exists(elder_id=place.elder_id, duty=place.duty, phone_hash=phone_hash, ended_at=None):
            continue
        former, seal = uuid7(), kernel.keys.encrypt
        old = kernel.keys.decrypt(bytes(place.phone), f"family_members|phone|{place.id}")
        await FormerPhone.create(
            id=former,
            family_member_id=place.id,
            phone=seal(old, f"former_phones|phone|{former}"),
            ended_at=kernel.clock.now(),
        )
        await FamilyMember.filter(id=place.id).update(
            phone=seal(phone.encode(), f"family_members|phone|{place.id}"), phone_hash=phone_hash
        )
        await record(kernel, Subject("elder", place.elder_id), Tag.FAMILY_PHONE_CHANGED, by=by.actor, member=place.id)


async def claim_places(kernel: Kernel, *, by: Viewer) -> int:
    """Claim every place named for the viewer's verified phone; returns how many were new."""
    account = await Account.get(id=by.account_id)
    if account.phone_hash is None:
        return 0
    async with transaction():
        waiting = await FamilyMember.filter(
            phone_hash=account.phone_hash, account_id=None, ended_at=None
        ).select_for_update()
        for place in waiting:
            await claim_named(kernel, place.id, place.elder_id, by.account_id, by=by.actor)
    return len(waiting)


async def claim_named(kernel: Kernel, member_id: UUID, elder_id: UUID, account_id: UUID, *, by: Actor) -> None:
    """The account's verified phone is the one named; the committee has yet to confirm. In the caller's transaction."""
    await FamilyMember.filter(id=member_id).update(account_id=account_id, claimed_at=kernel.clock.now())
    await record(kernel, Subject("elder", elder_id), Tag.FAMILY_CLAIMED, by=by, member=str(member_id))
    await box.put(kernel, PlaceClaimed(family_member_id=member_id, elder_id=elder_id))


async def confirm_member(kernel: Kernel, *, member_id: UUID, by: Viewer) -> None:
    """Confirm a claimed place: the person now reaches the elder. Safe to repeat.

    Raises FamilyMemberNotFound, NotClaimedYet, OwnPlace.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        await member(by.scope, member_id)
        place = await FamilyMember.filter(id=member_id, ended_at=None).select_for_update().first()
        if place is None:
            raise FamilyMemberNotFound
        if place.account_id is None:
            raise NotClaimedYet
        if place.account_id == by.account_id:
            raise OwnPlace
        if place.confirmed_at is not None:
            return
        role = Role.SUPPORTER if place.duty is Duty.SUPPORTER else Role.CAREGIVER
        await name_account(account_id=place.account_id, name=place.name)
        membership = await grant(kernel, account_id=place.account_id, role=role, by=by.actor)
        await tie(kernel, membership_id=membership.id, elder_id=place.elder_id)
        await FamilyMember.filter(id=member_id).update(confirmed_at=kernel.clock.now(), confirmed_by=by.account_id)
        await record(kernel, Subject("elder", place.elder_id), Tag.FAMILY_CONFIRMED, by=by.actor, member=str(member_id))
        await box.put(kernel, PlaceConfirmed(family_member_id=member_id, elder_id=place.elder_id))
