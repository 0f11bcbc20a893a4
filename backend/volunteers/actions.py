"""Applying, approving, training, pairing."""

from uuid import UUID

from backend.accounts.actions import grant, name_account, tie, untie
from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import execute, transaction
from backend.divisions.models import Division, DivisionLevel
from backend.divisions.queries import sees_division
from backend.elders.facts import VillagesMerged
from backend.elders.queries import elder
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.box import Entry
from backend.volunteers.errors import (
    AlreadyPaired,
    AlreadyVolunteer,
    OwnApplication,
    PairingNotFound,
    PhoneNotVerified,
    RiskNoticeOutdated,
    VolunteerNotFound,
)
from backend.volunteers.facts import VolunteerApplied, VolunteerPaired, VolunteerTrained, VolunteerUnpaired
from backend.volunteers.models import Pairing, Volunteer
from backend.volunteers.rules import RISK_NOTICE_VERSION, VolunteerState, approved, require_pairable, trained


async def apply(kernel: Kernel, *, village_id: UUID, name: str, risk_notice: str, by: Viewer) -> UUID:
    """Offer to help in a village, having read the risk notice (志愿服务条例 art. 13).

    Raises RiskNoticeOutdated, PhoneNotVerified, VolunteerNotFound (no such village), AlreadyVolunteer.
    """
    if risk_notice != RISK_NOTICE_VERSION:
        raise RiskNoticeOutdated(field="risk_notice")
    account = await Account.get(id=by.account_id)
    if account.phone_hash is None:
        raise PhoneNotVerified
    if not await Division.exists(id=village_id, level=DivisionLevel.VILLAGE, ends_on=None):
        raise VolunteerNotFound(field="village_id")
    async with transaction():
        if await Volunteer.exists(account_id=by.account_id, village_id=village_id):
            raise AlreadyVolunteer
        await name_account(account_id=by.account_id, name=name)
        made = await Volunteer.create(
            account_id=by.account_id,
            village_id=village_id,
            state=VolunteerState.APPLIED,
            risk_notice=risk_notice,
            applied_at=kernel.clock.now(),
        )
        await record(
            kernel, Subject("account", by.account_id), Tag.VOLUNTEER_APPLIED, by=by.actor, village_id=str(village_id)
        )
        await box.put(kernel, VolunteerApplied(volunteer_id=made.id, village_id=village_id))
    return made.id


async def approve(kernel: Kernel, *, volunteer_id: UUID, by: Viewer) -> None:
    """The committee approves. Raises VolunteerNotFound, VolunteerStateChanged, OwnApplication."""
    async with transaction():
        volunteer = await _locked(volunteer_id, by)
        state = approved(volunteer.state)
        await Volunteer.filter(id=volunteer_id).update(
            state=state, approved_at=kernel.clock.now(), approved_by=by.account_id
        )
        await record(kernel, Subject("account", volunteer.account_id), Tag.VOLUNTEER_APPROVED, by=by.actor)


async def pass_training(kernel: Kernel, *, volunteer_id: UUID, by: Viewer) -> None:
    """The committee records the training; the volunteer role is granted.

    Raises VolunteerNotFound, VolunteerStateChanged, OwnApplication.
    """
    async with transaction():
        volunteer = await _locked(volunteer_id, by)
        state = trained(volunteer.state)
        membership = await grant(kernel, account_id=volunteer.account_id, role=Role.VOLUNTEER, by=by.actor)
        await Volunteer.filter(id=volunteer_id).update(
            state=state, trained_at=kernel.clock.now(), trained_by=by.account_id, membership_id=membership.id
        )
        await record(kernel, Subject("account", volunteer.account_id), Tag.VOLUNTEER_TRAINED, by=by.actor)
        await box.put(kernel, VolunteerTrained(volunteer_id=volunteer_id))


async def pair(kernel: Kernel, *, volunteer_id: UUID, elder_id: UUID, by: Viewer) -> UUID:
    """Pair a trained volunteer with an elder of the same committee.

    Raises VolunteerNotFound, ElderNotFound, VolunteerNotReady, AlreadyPaired.
    """
    by.require(Role.COMMITTEE)
    await elder(by.scope, elder_id)
    async with transaction():
        volunteer = await _locked(volunteer_id, by, own=True)
        require_pairable(volunteer.state)
        if await Pairing.exists(volunteer_id=volunteer_id, elder_id=elder_id, ended_at=None):
            raise AlreadyPaired
        made_tie = await tie(kernel, membership_id=volunteer.membership_id or volunteer_id, elder_id=elder_id)
        pairing = await Pairing.create(
            volunteer_id=volunteer_id,
            elder_id=elder_id,
            tie_id=made_tie.id,
            started_at=kernel.clock.now(),
            started_by=by.account_id,
        )
        await record(
            kernel, Subject("elder", elder_id), Tag.VOLUNTEER_PAIRED, by=by.actor, volunteer_id=str(volunteer_id)
        )
        await box.put(kernel, VolunteerPaired(pairing_id=pairing.id, volunteer_id=volunteer_id, elder_id=elder_id))
    return pairing.id


async def unpair(kernel: Kernel, *, pairing_id: UUID, by: Viewer) -> None:
    """End a pairing: the committee, or the volunteer himself. Safe to repeat. Raises PairingNotFound."""
    by.require(Role.COMMITTEE, Role.VOLUNTEER)
    async with transaction():
        pairing = await Pairing.filter(id=pairing_id).select_for_update().first()
        if pairing is None:
            raise PairingNotFound
        volunteer = await Volunteer.get(id=pairing.volunteer_id)
        own = volunteer.account_id == by.account_id
        if not own and (by.role is not Role.COMMITTEE or not await sees_division(by.scope, volunteer.village_id)):
            raise PairingNotFound
        if pairing.ended_at is not None:
            return
        await Pairing.filter(id=pairing_id).update(ended_at=kernel.clock.now(), ended_by=by.account_id)
        await untie(kernel, tie_id=pairing.tie_id)
        await record(
            kernel,
            Subject("elder", pairing.elder_id),
            Tag.VOLUNTEER_UNPAIRED,
            by=by.actor,
            volunteer_id=str(pairing.volunteer_id),
        )
        await box.put(kernel, VolunteerUnpaired(volunteer_id=pairing.volunteer_id, elder_id=pairing.elder_id))


async def _locked(volunteer_id: UUID, by: Viewer, *, own: bool = False) -> Volunteer:
    """The volunteer of a division in sight, locked. Raises VolunteerNotFound, and OwnApplication unless `own`."""
    by.require(Role.COMMITTEE)
    volunteer = await Volunteer.filter(id=volunteer_id).select_for_update().first()
    if volunteer is None or not await sees_division(by.scope, volunteer.village_id):
        raise VolunteerNotFound
    if volunteer.account_id == by.account_id and not own:
        raise OwnApplication
    return volunteer


async def on_villages_merged(entry: Entry) -> None:
    """Handler of VillagesMerged: the volunteers go to the successor, but for those who are its own already."""
    fact = entry.fact(VillagesMerged)
    await execute(_GO_ALONG, fact.village_id, fact.successor_id)


_GO_ALONG = """
UPDATE volunteers SET village_id = $2
WHERE village_id = $1 AND account_id NOT IN (SELECT account_id FROM volunteers WHERE village_id = $2)
"""
