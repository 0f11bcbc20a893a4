"""The county's list of services, what elders chose of it, and what they asked for."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import FACT, NAME, SECRET_TEXT, Personal, ordinary
from backend.services.rules import Expressed, RequestState


class Service(Model):
    """Something a county offers, and how to get it, from `starts_on` to `ends_on`, both included (R119)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    division_id = fields.UUIDField(db_index=True)
    name = fields.CharField(40)
    how = fields.CharField(300)
    provider = fields.CharField(60)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)
    listed_by = fields.UUIDField()
    listed_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id division_id name how provider starts_on ends_on listed_by listed_at"
    )

    class Meta:
        table = "services"


class ServiceCard(Model):
    """One filling of the service selection card (R118): on which day, by whose hand, how the elder said it (R030).

    The last filled holds.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    filled_on = fields.DateField()
    filled_by = fields.CharField(40)
    expressed = fields.CharEnumField(Expressed, max_length=14)
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"filled_by": NAME, "expressed": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id filled_on recorded_by recorded_at")

    class Meta:
        table = "service_cards"


class ServiceChoice(Model):
    """One service on a card: wanted, or declined."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    card_id = fields.UUIDField()
    service_id = fields.UUIDField()
    accepts = fields.BooleanField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"accepts": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id card_id service_id")

    class Meta:
        table = "service_choices"


class ServiceRequest(Model):
    """What an elder asks for in own words, through a volunteer or the committee (R120)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    words = fields.BinaryField()
    state = fields.CharEnumField(RequestState, max_length=8)
    raised_by = fields.UUIDField()
    raised_at = fields.DatetimeField()
    answer = fields.BinaryField(null=True)
    answered_by = fields.UUIDField(null=True)
    answered_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"words": SECRET_TEXT, "answer": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id state raised_by raised_at answered_by answered_at")

    class Meta:
        table = "service_requests"
