"""The reading log of lists: whoever has an elder on the screen, if only as one line, is written down (PIPL art. 54)."""

from collections.abc import Iterable
from uuid import UUID

from backend.audit.trail import record_readings
from backend.kit.ids import uuid7
from miniprogram_api.routes import Ask


async def log_list(ask: Ask, elder_ids: Iterable[UUID]) -> None:
    """One line for each elder on the list, tied together as one look."""
    viewer = ask.viewer
    shown = dict.fromkeys(elder_ids)
    if shown:
        await record_readings(
            ask.kernel, by=viewer.actor, purpose=viewer.scope.purpose, elder_ids=shown, what="list", subject_id=uuid7()
        )
