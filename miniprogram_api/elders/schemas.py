"""The register on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.elders.exports import ExportForm
from backend.elders.rules import AbilityLevel, Gender, ImportState, PriorityTier
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.families.rules import Duty
from miniprogram_api.schemas import Name, Phone


class ElderIn(msgspec.Struct, forbid_unknown_fields=True):
    """A new elder; the tier follows from what is known."""

    village_id: UUID
    name: Name
    gender: Gender
    born_on: date
    address: Annotated[str, Meta(min_length=1, max_length=120)]
    living_alone: bool
    id_number: Annotated[str, Meta(min_length=15, max_length=18)] | None = None
    phone: Phone | None = None
    ability_level: AbilityLevel = AbilityLevel.UNKNOWN
    mobility: Mobility = Mobility.UNKNOWN
    disability: DisabilityGrade = DisabilityGrade.UNKNOWN
    dementia: bool | None = None
    seriously_ill: bool | None = None
    poor: bool | None = None
    minor_at_home: bool | None = None
    registered_here: bool | None = None
    accepts_services: bool | None = None


class Elder(msgspec.Struct):
    """An elder as a card shows one."""

    id: UUID
    name: str
    gender: Gender
    age: int
    village_id: UUID
    village: str
    address: str
    living_alone: bool
    ability_level: AbilityLevel
    tier: PriorityTier


class Elders(msgspec.Struct):
    """A page of elders."""

    items: list[Elder]
    next_cursor: str | None


class Member(msgspec.Struct):
    """A supporter or caregiver."""

    id: UUID
    elder_id: UUID
    duty: Duty
    name: str
    relation: str
    city: str | None
    account_id: UUID | None
    claimed_at: datetime | None
    confirmed_at: datetime | None


class ElderFile(msgspec.Struct):
    """The elder with family; `overridden` while the tier is a person's decision."""

    elder: Elder
    family: list[Member]
    overridden: bool


class MemberIn(msgspec.Struct, forbid_unknown_fields=True):
    """Whom to name on the elder's file."""

    duty: Duty
    name: Name
    relation: Annotated[str, Meta(min_length=1, max_length=12)]
    phone: Phone
    city: Annotated[str, Meta(min_length=1, max_length=40)] | None = None


class Claimed(msgspec.Struct):
    """How many places were claimed."""

    claimed: int


class ImportQuery(msgspec.Struct, frozen=True):
    """For the villages of which place."""

    division_id: UUID


class Import(msgspec.Struct):
    """How far an import has come; `refusal` is why the file as a whole cannot be taken."""

    id: UUID
    division_id: UUID
    state: ImportState
    rows_read: int
    rows_at_most: int
    problems: int
    added: int
    changed: int
    unchanged: int
    refusal: str | None
    asked_at: datetime
    finished_at: datetime | None


class ImportProblem(msgspec.Struct):
    """Why a row cannot be taken; without a row, a remark on the file that is not in the way."""

    row: int | None
    column: str
    sentence: str


class ImportProblems(msgspec.Struct):
    """A page of problems; `more` are counted but not listed."""

    items: list[ImportProblem]
    next_cursor: str | None
    more: int


class ExportQuery(msgspec.Struct, frozen=True):
    """Which elders, in which form."""

    form: ExportForm = ExportForm.REGISTER
    tier: PriorityTier | None = None
    village_id: UUID | None = None
