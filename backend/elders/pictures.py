"""Pictures on elders' files: whoever sees the elder sees them, those of visits as far as the elder wants them shown;
before they are taken up, their owner alone."""

from uuid import UUID

import msgspec

from backend.accounts.viewer import Viewer
from backend.consents.queries import SHOWN, hiding
from backend.consents.rules import Matter
from backend.db import fetch_one
from backend.divisions.scope import Level
from backend.elders.errors import PictureNotFound


class PictureRow(msgspec.Struct, frozen=True):
    """Where the bytes lie, and on whose file."""

    key: str
    elder_id: UUID | None


async def picture(viewer: Viewer, upload_id: UUID) -> PictureRow:
    """The picture, for its owner or for those who see the elder. Raises PictureNotFound."""
    params: list[object] = [upload_id, viewer.account_id]
    seen = "1 = 0"
    if viewer.role is not None and viewer.scope.level >= Level.FULL:
        seen = viewer.scope.clause(params)
        hidden = hiding(Matter.PICTURES, viewer.scope, "u.elder_id", len(params))
        if hidden != SHOWN:
            seen += f" AND (NOT {hidden} OR {_SIGNED})"
    row = await fetch_one(PictureRow, _PICTURE.format(seen=seen), *params)
    if row is None:
        raise PictureNotFound
    return row


# What proves an agreement is the parties' own, whatever is wanted of other pictures.
_SIGNED = """EXISTS (SELECT 1 FROM agreements g JOIN acts s ON s.agreement_id = g.id
  WHERE g.elder_id = u.elder_id AND (s.signature_id = u.id OR s.photo_id = u.id))"""
_PICTURE = """
SELECT u.key, u.elder_id FROM uploads u LEFT JOIN elders e ON e.id = u.elder_id
WHERE u.id = $1 AND ((u.elder_id IS NULL AND u.account_id = $2) OR (u.elder_id IS NOT NULL AND {seen}))
"""
