"""Who supports an elder and who cares for one, and how they keep in touch."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.elders.eligibility import Whereabouts as Area
from backend.families.breach import CaseState, CaseStep, Ground, ToldBy
from backend.families.rules import ContactKind, Duty, TalkWay
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, LOOKUP, NAME, SECRET_TEXT, TEXT, Personal, ordinary


class FamilyMember(Model):
    """A place named on the elder's file, a person claims it by verified phone and the committee confirms.

    `able`: whether a supporter is able to support (R003). `whereabouts_on` is the day the whereabouts were told or
    confirmed last, `asked_on` the day the platform last asked for them. `contact_days`: every how many days one means
    to be in touch (R044), None as usual, `reminded_on` the day of the last reminder.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    duty = fields.CharEnumField(Duty, max_length=10)
    name = fields.CharField(40)
    relation = fields.CharField(12)
    city = fields.CharField(40, null=True)
    phone = fields.BinaryField()
    phone_hash = fields.BinaryField()
    account_id = fields.UUIDField(null=True, db_index=True)
    named_at = fields.DatetimeField()
    claimed_at = fields.DatetimeField(null=True)
    confirmed_at = fields.DatetimeField(null=True)
    confirmed_by = fields.UUIDField(null=True)
    ended_at = fields.DatetimeField(null=True)
    able = fields.BooleanField(null=True)
    whereabouts_on = fields.DateField(null=True)
    asked_on = fields.DateField(null=True)
    contact_days = fields.IntField(null=True)
    reminded_on = fields.DateField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "able": FACT,
        "name": NAME,
        "relation": FACT,
        "city": TEXT,
        "phone": SECRET_TEXT,
        "phone_hash": LOOKUP,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id duty account_id named_at claimed_at confirmed_at confirmed_by ended_at whereabouts_on asked_on"
        " contact_days reminded_on"
    )

    class Meta:
        table = "family_members"


class Whereabouts(Model):
    """Where a supporter lives and works, to the city, as told on a day (R015, R016). The last told holds.

    `area` is the smallest area shared with the elder's registered home, `since` when the supporter came there. What a
    spreadsheet tells may be less: without `province`, `city` is in the clerk's words; with it, `since` is told too.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    family_member_id = fields.UUIDField()
    province = fields.CharField(12, null=True)
    city = fields.CharField(40, null=True)
    area = fields.CharEnumField(Area, max_length=9, null=True)
    employer = fields.BinaryField(null=True)
    since = fields.DateField(null=True)
    for_work = fields.BooleanField(null=True)
    told_by = fields.UUIDField()
    told_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "province": TEXT,
        "city": TEXT,
        "area": FACT,
        "employer": SECRET_TEXT,
        "for_work": FACT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id family_member_id since told_by told_at")

    class Meta:
        table = "whereabouts"


class FormerPhone(Model):
    """A number the place had until `ended_at` (R016)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    family_member_id = fields.UUIDField()
    phone = fields.BinaryField()
    ended_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"phone": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id family_member_id ended_at")

    class Meta:
        table = "former_phones"


class Contact(Model):
    """An elder and one of the family were in touch (R043), by a call, which enters by itself, or as the child declares.

    `source_id` is the call, or made of what was declared, so that the same of one day stands once. Declared contacts
    stand at noon, and `seconds` is 0 where nobody said how long.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    account_id = fields.UUIDField()
    kind = fields.CharEnumField(ContactKind, max_length=12)
    source_id = fields.UUIDField()
    at = fields.DatetimeField()
    seconds = fields.IntField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id account_id kind source_id at seconds")

    class Meta:
        table = "contacts"
        unique_together = (("source_id", "account_id"),)


class FamilyDecision(Model):
    """Which supporter stays with an elder who should not be without one (R033), as the family agreed.

    `alert_id` is the alert the decision answers.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    alert_id = fields.UUIDField()
    member_id = fields.UUIDField()
    decided_on = fields.DateField()
    note = fields.BinaryField(null=True)
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"note": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id alert_id member_id decided_on recorded_by recorded_at")

    class Meta:
        table = "family_decisions"


class FamilyTalk(Model):
    """The committee's talk with a supporter (R045), and what was told in it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    member_id = fields.UUIDField()
    way = fields.CharEnumField(TalkWay, max_length=10)
    told = fields.BinaryField()
    talked_on = fields.DateField()
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"told": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id member_id way talked_on recorded_by recorded_at")

    class Meta:
        table = "family_talks"


class DutyCase(Model):
    """A supporter is said not to do the duty (R047). What happened stands in the steps, here what holds now.

    `listed_until` is the last day on the list, `closed_at` when the case was over.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    member_id = fields.UUIDField(db_index=True)
    ground = fields.CharEnumField(Ground, max_length=12)
    state = fields.CharEnumField(CaseState, max_length=10)
    opened_at = fields.DatetimeField()
    warned_on = fields.DateField(null=True)
    hearing_on = fields.DateField(null=True)
    listed_until = fields.DateField(null=True)
    closed_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"ground": FACT, "state": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id member_id opened_at warned_on hearing_on listed_until closed_at"
    )

    class Meta:
        table = "duty_cases"


class DutyStep(Model):
    """One step of a case, never changed. `happened_at` and `station`: of the police, `taken_by`: None, the platform."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    case_id = fields.UUIDField()
    number = fields.IntField()
    kind = fields.CharEnumField(CaseStep, max_length=14)
    happened_on = fields.DateField()
    happened_at = fields.DatetimeField(null=True)
    means = fields.CharEnumField(ToldBy, max_length=10, null=True)
    hearing_on = fields.DateField(null=True)
    until = fields.DateField(null=True)
    words = fields.BinaryField(null=True)
    station = fields.BinaryField(null=True)
    taken_by = fields.UUIDField(null=True)
    taken_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"kind": FACT, "words": SECRET_TEXT, "station": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id case_id number happened_on happened_at means hearing_on until taken_by taken_at"
    )

    class Meta:
        table = "duty_steps"
