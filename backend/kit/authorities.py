"""Whose certificates other servers may show, read once a process: reading the world's authorities takes 45 ms."""

import ssl
from functools import cache

import httpx


@cache
def authorities() -> ssl.SSLContext:
    """For the `verify` of every httpx client of ours; the environment names no others."""
    return httpx.create_ssl_context(trust_env=False)
