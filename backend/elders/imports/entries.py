"""An elder as one row of a spreadsheet tells it: what an import takes in and an export gives out."""

from datetime import date

import msgspec

from backend.elders.imports.columns import Column
from backend.elders.imports.values import Hardship
from backend.elders.rules import AbilityLevel, Gender
from backend.elders.tiers import DisabilityGrade, Mobility

# Free text (R013, R014, R036) and the most characters it may have.
NOTES = {
    Column.INCOME: 200,
    Column.FAMILY: 500,
    Column.HEALTH: 500,
    Column.MIND: 500,
    Column.SAFETY: 500,
    Column.HYGIENE: 500,
    Column.DWELLING: 500,
    Column.CARE: 500,
    Column.DIFFICULTIES: 500,
    Column.NEEDS: 500,
    Column.GUARDIAN: 200,
    Column.REMARK: 500,
}


class SupporterEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One supporter (R003, R015); `whereabouts` is in the clerk's words, to city level at most."""

    name: str
    relation: str | None = None
    phone: str | None = None
    whereabouts: str | None = None
    away_since: date | None = None
    for_work: bool | None = None
    able: bool | None = None


def news(told: SupporterEntry, there: SupporterEntry) -> SupporterEntry | None:
    """What is to stand on the file where `there` stands today, when the list tells `told` of the same person.

    Blanks are filled. A later day of leaving brings its place and work along; else what stands there stays, because
    the person answers for it. None when nothing changes.
    """
    place, since, for_work = there.whereabouts, there.away_since, there.for_work
    if told.away_since and (since is None or told.away_since > since):
        place, since, for_work = told.whereabouts or place, told.away_since, told.for_work
    else:
        place = place or told.whereabouts
        if told.for_work is not None and for_work is None and told.away_since in (None, since):
            for_work = told.for_work
    able = told.able if there.able is None else there.able
    found = msgspec.structs.replace(there, whereabouts=place, away_since=since, for_work=for_work, able=able)
    return None if found == there else found


class ElderEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One elder (R004, R012-R015, R025-R030). None and UNKNOWN: nobody said.

    `village` and `township` are a name or a 12-digit code. `notes` holds free text by Column; that on health, like
    ability, disability, dementia and illness, is sensitive and has its own consent.
    """

    village: str
    name: str
    gender: Gender
    born_on: date
    id_number: str | None = None
    township: str | None = None
    phone: str | None = None
    address: str | None = None
    registered_here: bool | None = None
    living_alone: bool | None = None
    minor_at_home: bool | None = None
    hardship: Hardship | None = None
    ability: AbilityLevel = AbilityLevel.UNKNOWN
    mobility: Mobility = Mobility.UNKNOWN
    disability: DisabilityGrade = DisabilityGrade.UNKNOWN
    dementia: bool | None = None
    seriously_ill: bool | None = None
    accepts_services: bool | None = None
    contact_name: str | None = None
    contact_phone: str | None = None
    supporters: tuple[SupporterEntry, ...] = ()
    notes: dict[str, str] = {}
