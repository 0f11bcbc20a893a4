"""Planting the tree."""

from datetime import date
from uuid import UUID

from backend.db import transaction
from backend.divisions.models import Division, DivisionLevel, DivisionSpan


async def place(*, code: str, name: str, level: DivisionLevel, parent: Division | None, starts_on: date) -> Division:
    """Add one division under `parent`, and the spans by which every ancestor sees it."""
    async with transaction():
        division = await Division.create(
            code=code, name=name, level=level, parent_id=parent.id if parent else None, starts_on=starts_on
        )
        ancestors: list[UUID] = [division.id]
        if parent is not None:
            above = await DivisionSpan.filter(descendant_id=parent.id, ends_on=None)
            ancestors.extend(span.ancestor_id for span in above)
        for ancestor_id in ancestors:
            await DivisionSpan.create(ancestor_id=ancestor_id, descendant_id=division.id, starts_on=starts_on)
    return division
