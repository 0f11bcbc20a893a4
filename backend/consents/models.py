"""Who agreed to which purpose, in which words, how, before whom; and who took it back."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed, Whose
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, NAME, Personal, ordinary


class Consent(Model):
    """One word of one person on one purpose, a yes (`given`) or a no. The last `number` holds, none is ever changed.

    `text_version` is of the words then in force, `recorded_by` the account that wrote it down.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    whose = fields.CharEnumField(Whose, max_length=8)
    person_id = fields.UUIDField()
    purpose = fields.CharEnumField(Purpose, max_length=12)
    number = fields.IntField()
    given = fields.BooleanField()
    text_version = fields.CharField(10)
    expressed = fields.CharEnumField(Expressed, max_length=12)
    witness = fields.CharField(40, null=True)
    recorded_by = fields.UUIDField()
    said_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"given": FACT, "witness": NAME}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id whose person_id purpose number text_version expressed recorded_by said_at"
    )

    class Meta:
        table = "consents"
