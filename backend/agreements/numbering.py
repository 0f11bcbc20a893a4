"""Record numbers (报备): the village's code, the year, and the number after the year's highest, without a gap."""

import re
from uuid import UUID

from backend.agreements.models import Agreement
from backend.divisions.models import Division
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel


async def next_number(kernel: Kernel, village_id: UUID) -> str:
    """Such as `533221100201-2026-0007`. Locks the village until the transaction ends: two filings, two numbers."""
    village = await Division.filter(id=village_id).select_for_update().get()
    prefix = f"{village.code}-{shanghai_day(kernel.clock.now()).year}-"
    numbers = await Agreement.filter(village_id=village_id, number__startswith=prefix).only("id", "number")
    counted = re.compile(re.escape(prefix) + r"([0-9]{4,6})")
    found = (counted.fullmatch(each.number or "") for each in numbers)
    return f"{prefix}{max((int(each[1]) for each in found if each), default=0) + 1:04d}"
