"""Free text and emergency contacts of many elders at once, as a spreadsheet tells them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.audit.trail import Actor
from backend.elders.imports.columns import Column
from backend.elders.imports.vetting import Noted
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.profiles.models import EmergencyContact, ProfilePart
from backend.profiles.rules import Part

PARTS: Mapping[str, Part] = {
    Column.FAMILY: Part.FAMILY,
    Column.HEALTH: Part.HEALTH,
    Column.MIND: Part.MIND,
    Column.SAFETY: Part.SAFETY,
    Column.HYGIENE: Part.HYGIENE,
    Column.DWELLING: Part.DWELLING,
    Column.NEEDS: Part.NEEDS,
    Column.INCOME: Part.INCOME,
    Column.CARE: Part.CARE,
    Column.DIFFICULTIES: Part.DIFFICULTIES,
    Column.GUARDIAN: Part.GUARDIAN,
    Column.REMARK: Part.REMARK,
}
_COLUMNS = {part: column for column, part in PARTS.items()}
UNNAMED_RELATION = "紧急联系人"


@dataclass(frozen=True, slots=True)
class Noting:
    """What the register asks of profiles when it takes in or gives out a file."""

    kernel: Kernel

    async def of(self, elder_ids: Sequence[UUID]) -> Mapping[UUID, Noted]:
        """What holds of each part, and whom to ring first: for those who see the whole file."""
        texts: dict[UUID, dict[str, str]] = {}
        contacts: dict[UUID, tuple[str, str]] = {}
        if not elder_ids:
            return {}
        parts = ProfilePart.filter(elder_id__in=list(elder_ids))
        for row in await parts.order_by("observed_on", "recorded_at", "id"):
            texts.setdefault(row.elder_id, {})[_COLUMNS[row.part]] = self._opened(
                "profile_parts|text", row.id, row.text
            )
        standing = EmergencyContact.filter(elder_id__in=list(elder_ids), ended_at=None, position=1)
        for contact in await standing:
            phone = self._opened("emergency_contacts|phone", contact.id, contact.phone)
            contacts[contact.elder_id] = (contact.name, phone)
        return {each: Noted(texts.get(each, {}), contacts.get(each)) for each in {*texts, *contacts}}

    async def write(self, wanted: Mapping[UUID, Noted], *, by: Actor, today: date) -> None:
        """Write them all down as seen `today`. In the caller's transaction; the import's event stands for it."""
        entries = [
            self._part(elder_id, PARTS[column], text, by, today)
            for elder_id, noted in wanted.items()
            for column, text in noted.texts.items()
        ]
        await ProfilePart.bulk_create(entries)
        await EmergencyContact.bulk_create(
            [self._contact(elder_id, *noted.contact, by) for elder_id, noted in wanted.items() if noted.contact]
        )

    def _part(self, elder_id: UUID, part: Part, text: str, by: Actor, today: date) -> ProfilePart:
        made = uuid7()
        return ProfilePart(
            id=made,
            elder_id=elder_id,
            part=part,
            text=self.kernel.keys.encrypt(text.encode(), f"profile_parts|text|{made}"),
            observed_on=today,
            recorded_by=by.account_id,
            recorded_at=self.kernel.clock.now(),
        )

    def _contact(self, elder_id: UUID, name: str, phone: str, by: Actor) -> EmergencyContact:
        made = uuid7()
        return EmergencyContact(
            id=made,
            elder_id=elder_id,
            position=1,
            name=name,
            relation=UNNAMED_RELATION,
            phone=self.kernel.keys.encrypt(phone.encode(), f"emergency_contacts|phone|{made}"),
            recorded_by=by.account_id,
            recorded_at=self.kernel.clock.now(),
        )

    def _opened(self, place: str, row_id: UUID, sealed: bytes) -> str:
        return self.kernel.keys.decrypt(bytes(sealed), f"{place}|{row_id}").decode()
