"""Which households there are, and what was found at each in which campaign."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import FACT, NAME, SECRET_TEXT, TEXT, Personal, ordinary
from backend.screenings.rules import Outcome, Season


class Campaign(Model):
    """One screening of all villages under a county or township, opened by a person or (None) by the timetable."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    division_id = fields.UUIDField(db_index=True)
    name = fields.CharField(40)
    season = fields.CharEnumField(Season, max_length=8)
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    opened_by = fields.UUIDField(null=True)
    opened_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id division_id name season starts_on ends_on opened_by opened_at")

    class Meta:
        table = "screening_campaigns"


class Household(Model):
    """One door of a village, on its list from `listed_on` until the day before `removed_on`."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    village_id = fields.UUIDField(db_index=True)
    address = fields.CharField(120)
    head = fields.CharField(40)
    poor = fields.BooleanField()
    very_old = fields.BooleanField()
    disabled = fields.BooleanField()
    focus = fields.BooleanField()
    listed_on = fields.DateField()
    removed_on = fields.DateField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "address": TEXT,
        "head": NAME,
        "poor": FACT,
        "very_old": FACT,
        "disabled": FACT,
        "focus": FACT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id village_id listed_on removed_on")

    class Meta:
        table = "households"


class HouseholdCheck(Model):
    """What was found at a door in a campaign, the last time somebody knocked."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    campaign_id = fields.UUIDField()
    household_id = fields.UUIDField(db_index=True)
    outcome = fields.CharEnumField(Outcome, max_length=16)
    note = fields.BinaryField(null=True)
    checked_on = fields.DateField()
    checked_by = fields.UUIDField()
    checked_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"outcome": FACT, "note": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id campaign_id household_id checked_on checked_by checked_at")

    class Meta:
        table = "household_checks"
