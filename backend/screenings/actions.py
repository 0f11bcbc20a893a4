"""Opening screenings, keeping the villages' lists of households, and ticking door by door."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor, Subject, record
from backend.db import execute, fetch, transaction
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division, DivisionLevel
from backend.divisions.queries import sees_division
from backend.elders.facts import VillagesMerged
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.box import Entry
from backend.screenings.errors import CampaignNotOpen, HouseholdNotFound
from backend.screenings.facts import ScreeningOpened
from backend.screenings.models import Household, HouseholdCheck
from backend.screenings.queries import campaign, note_place
from backend.screenings.rules import Due, Outcome, Season, check_campaign, is_focus, seasonal


class _Id(msgspec.Struct, frozen=True):
    id: UUID


async def open_campaign(
    kernel: Kernel, *, division_id: UUID, name: str, starts_on: date, ends_on: date, by: Viewer
) -> UUID:
    """Open a screening of all villages of a place in sight; their committees are told.

    Raises RoleCannot, DivisionNotFound, CampaignNotPossible.
    """
    by.require(Role.TOWNSHIP, Role.COUNTY)
    if not await sees_division(by.scope, division_id):
        raise DivisionNotFound(field="division_id")
    check_campaign(starts_on, ends_on, by.today)
    made = await _open(kernel, division_id, Due(Season.OTHER, name, starts_on, ends_on), by.actor)
    assert made is not None, "only the seasons' own screenings are one of a kind"
    return made


async def open_seasonal(kernel: Kernel, day: date) -> int:
    """Open the season's screening in every county, where `day` is of its month; returns how many are new (R011).

    Safe to repeat, by several workers at once.
    """
    due = seasonal(day)
    if due is None:
        return 0
    opened = 0
    for county in await Division.filter(level=DivisionLevel.COUNTY, ends_on=None).order_by("code"):
        opened += await _open(kernel, county.id, due, PLATFORM) is not None
    return opened


async def _open(kernel: Kernel, division_id: UUID, due: Due, by: Actor) -> UUID | None:
    made = uuid7()
    async with transaction():
        about = (division_id, due.name, due.season, due.starts_on, due.ends_on, by.account_id, kernel.clock.now())
        if not await fetch(_Id, _OPEN, made, *about):
            return None
        subject = Subject("division", division_id)
        await record(kernel, subject, Tag.SCREENING_OPENED, by=by, campaign=str(made), season=due.season)
        await box.put(kernel, ScreeningOpened(campaign_id=made))
    return made


_OPEN = """
INSERT INTO screening_campaigns (id, division_id, name, season, starts_on, ends_on, opened_by, opened_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id
"""


class NewHousehold(msgspec.Struct, frozen=True):
    """A door: address line and head of the household, and what makes it a focus (R012)."""

    address: str
    head: str
    poor: bool = False
    very_old: bool = False
    disabled: bool = False


async def list_households(
    kernel: Kernel, *, village_id: UUID, households: Sequence[NewHousehold], by: Viewer
) -> list[UUID]:
    """Put households on the village's list; one that stands there already is passed over. Returns the new ones.

    Raises RoleCannot, DivisionNotFound.
    """
    by.require(Role.COMMITTEE)
    if not await sees_division(by.scope, village_id):
        raise DivisionNotFound(field="village_id")
    made: list[UUID] = []
    async with transaction():
        for each in households:
            focus = is_focus(poor=each.poor, very_old=each.very_old, disabled=each.disabled)
            row = (each.address.strip(), each.head.strip(), each.poor, each.very_old, each.disabled, focus, by.today)
            made += [new.id for new in await fetch(_Id, _LIST, uuid7(), village_id, *row)]
        if made:
            ids = [str(each) for each in made]
            await record(kernel, Subject("division", village_id), Tag.HOUSEHOLD_LISTED, by=by.actor, households=ids)
    return made


_LIST = """
INSERT INTO households (id, village_id, address, head, poor, very_old, disabled, focus, listed_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id
"""


async def remove_household(kernel: Kernel, *, household_id: UUID, by: Viewer) -> None:
    """Take a household off the list from today; what was found there stays. Raises RoleCannot, HouseholdNotFound."""
    by.require(Role.COMMITTEE)
    async with transaction():
        household = await _held(household_id, by)
        await Household.filter(id=household_id).update(removed_on=by.today)
        subject = Subject("division", household.village_id)
        await record(kernel, subject, Tag.HOUSEHOLD_REMOVED, by=by.actor, household=str(household_id))


async def tick(
    kernel: Kernel, *, campaign_id: UUID, household_id: UUID, outcome: Outcome, note: str | None, by: Viewer
) -> None:
    """Write down what was found at a door; knocking again, what was found last counts. The same again changes nothing.

    Raises RoleCannot, HouseholdNotFound, CampaignNotFound, CampaignNotOpen.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        household = await _held(household_id, by)
        seen = await campaign(by.scope, campaign_id)
        if not seen.starts_on <= by.today <= seen.ends_on:
            raise CampaignNotOpen
        before = await HouseholdCheck.filter(campaign_id=campaign_id, household_id=household_id).first()
        if before is not None and (before.outcome, before.note, note) == (outcome, None, None):
            return
        check_id = before.id if before else uuid7()
        said: dict[str, Any] = {
            "outcome": outcome,
            "note": kernel.keys.encrypt(note.strip().encode(), note_place(check_id)) if note else None,
            "checked_on": by.today,
            "checked_by": by.account_id,
            "checked_at": kernel.clock.now(),
        }
        if before is None:
            await HouseholdCheck.create(id=check_id, campaign_id=campaign_id, household_id=household_id, **said)
        else:
            await HouseholdCheck.filter(id=check_id).update(**said)
        told = {"campaign": str(campaign_id), "household": str(household_id), "outcome": outcome}
        await record(kernel, Subject("division", household.village_id), Tag.HOUSEHOLD_CHECKED, by=by.actor, **told)


async def on_villages_merged(entry: Entry) -> None:
    """Handler of VillagesMerged: the list goes over with the village; a household on both lists stays on one."""
    fact = entry.fact(VillagesMerged)
    async with transaction():
        await execute(_TWICE, fact.village_id, fact.successor_id, fact.on)
        await execute(_GO_OVER, fact.village_id, fact.successor_id)


_TWICE = """
UPDATE households SET removed_on = $3 WHERE village_id = $1 AND removed_on IS NULL AND EXISTS (
  SELECT 1 FROM households o WHERE o.village_id = $2 AND o.removed_on IS NULL
  AND o.address = households.address AND o.head = households.head)
"""
_GO_OVER = "UPDATE households SET village_id = $2 WHERE village_id = $1 AND removed_on IS NULL"


async def _held(household_id: UUID, by: Viewer) -> Household:
    """The household on a list in sight, nobody else's to change until the transaction ends."""
    household = await Household.filter(id=household_id).select_for_update().first()
    if household is None or household.removed_on or not await sees_division(by.scope, household.village_id):
        raise HouseholdNotFound
    return household
