"""Identifiers: UUIDv7 (RFC 9562), so rows sort by birth and indexes stay dense; those of one process even within one
millisecond."""

from uuid_utils.compat import uuid7 as uuid7
