"""What happened to whole files."""

from uuid import UUID

from backend.outbox.box import Fact


class FileErased(Fact, frozen=True):
    """A part (ErasedPart) of a left elder's file is erased in the database; the stored objects follow."""

    elder_id: UUID
    part: str


class FilesMerged(Fact, frozen=True):
    """Two files were of one person: the double has left the register, the kept one goes on."""

    kept_id: UUID
    double_id: UUID
