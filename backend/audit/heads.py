"""Heads under the evidence key: a cut tail or a recomputed chain no longer matches what was signed."""

import hashlib
from uuid import UUID

import msgspec

from backend.audit.chain import GENESIS, head_words
from backend.audit.models import Anchor, ChainHead, SignedHead
from backend.db import execute, fetch_one, on_postgres, transaction
from backend.documents.keys import EvidenceKey
from backend.kit.kernel import Kernel


async def sign_head(kernel: Kernel, key: EvidenceKey, subject_id: UUID) -> ChainHead:
    """Sign the subject's present head and count, in the caller's transaction; returns the head."""
    async with transaction():
        head = await ChainHead.filter(subject_id=subject_id).select_for_update().get()
        await SignedHead.create(
            subject_id=subject_id,
            number=head.number,
            link=head.link,
            at=kernel.clock.now(),
            signature=key.sign(head_words(subject_id, head.number, head.link)),
        )
    return head


async def drop_anchor(kernel: Kernel, key: EvidenceKey) -> Anchor:
    """Fold all heads, in the order of their subjects, and the anchor before into one signed hash."""
    async with transaction():
        if on_postgres():
            # Any number of workers drop anchors; one after the other, or the chain of anchors would fork.
            await execute("SELECT pg_advisory_xact_lock(hashtext('anchor'))")
        digest, chains = hashlib.sha256(), 0
        for head in await ChainHead.all().order_by("subject_id"):
            digest.update(head_words(head.subject_id, head.number, head.link))
            chains += 1
        previous = await last_root()
        root = hashlib.sha256(previous + digest.digest()).digest()
        return await Anchor.create(
            at=kernel.clock.now(), chains=chains, root=root, previous=previous, signature=key.sign(root)
        )


async def last_root() -> bytes:
    """The newest anchor's root, which no one could know before; where none was dropped yet, the beginning."""
    last = await fetch_one(_Root, _LAST)
    return bytes(last.root) if last else GENESIS


class _Root(msgspec.Struct, frozen=True):
    root: bytes


# By what it follows, not by its time: the clocks of two machines differ.
_LAST = "SELECT a.root FROM anchors a WHERE NOT EXISTS (SELECT 1 FROM anchors b WHERE b.previous = a.root)"
