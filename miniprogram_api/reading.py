"""The reading log: whoever has an elder on the screen, if only as a line, is written down (个人信息保护法 art. 54)."""

from collections.abc import Iterable
from uuid import UUID

from backend.audit.trail import record_reading, record_readings
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


async def log_reading(ask: Ask, elder_id: UUID, what: str, subject_id: UUID | None = None) -> None:
    """One line: the viewer has looked at `what` of the elder's file."""
    viewer = ask.viewer
    await record_reading(
        ask.kernel,
        by=viewer.actor,
        purpose=viewer.scope.purpose,
        elder_id=elder_id,
        what=what,
        subject_id=subject_id,
    )
