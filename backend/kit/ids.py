"""Identifiers: UUIDv7 (RFC 9562), so rows sort by birth and indexes stay dense; those of one process even within one
millisecond."""

import uuid

import uuid_utils
from asyncpg.pgproto.pgproto import UUID


def uuid7() -> uuid.UUID:
    """A new identifier; of the driver's kind of UUID, made and written out in a fraction of the time."""
    made: uuid.UUID = UUID(uuid_utils.uuid7().bytes)
    return made
