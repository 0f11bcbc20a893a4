"""`python -m backend.operate`: what only an operator does, by hand: plant the divisions, invite the first county, prove
the register's roll-up.

Everything else is done inside the product, by people with roles.
"""

import asyncio
import csv
import secrets
import sys
from datetime import timedelta
from pathlib import Path

import typer

from backend.accounts.models import Invitation
from backend.accounts.queries import hash_token
from backend.accounts.roles import Role
from backend.bootstrap import key_ring
from backend.db import open_database, transaction
from backend.divisions.actions import place
from backend.divisions.models import Division, DivisionLevel
from backend.elders.rollup import recount
from backend.kit.clock import SystemClock, shanghai_day
from backend.kit.kernel import Kernel
from backend.settings import Settings

commands = typer.Typer(add_completion=False, help=__doc__)


@commands.command()
def plant(file: Path) -> None:
    """Add divisions from a CSV with the columns code,name,level,parent_code, parents first. All or none."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    asyncio.run(_plant(rows))
    sys.stdout.write(f"{len(rows)} divisions planted\n")


async def _plant(rows: list[dict[str, str]]) -> None:
    settings = Settings.read()
    today = shanghai_day(SystemClock().now())
    async with open_database(settings.database_url), transaction():
        for row in rows:
            parent = await Division.get(code=row["parent_code"], ends_on=None) if row["parent_code"] else None
            level = DivisionLevel(row["level"])
            await place(code=row["code"], name=row["name"], level=level, parent=parent, starts_on=today)


@commands.command()
def invite(code: str, name: str) -> None:
    """Print a one-time path by which the county's first official opens an office login."""
    asyncio.run(_invite(code, name))


async def _invite(code: str, name: str) -> None:
    settings = Settings.read()
    kernel = Kernel(SystemClock(), key_ring(settings))
    now, token = kernel.clock.now(), secrets.token_urlsafe(24)
    async with open_database(settings.database_url):
        county = await Division.get(code=code, ends_on=None)
        await Invitation.create(
            token_hash=hash_token(token),
            name=name,
            role=Role.COUNTY,
            division_id=county.id,
            invited_by=None,
            created_at=now,
            expires_at=now + timedelta(days=7),
        )
    sys.stdout.write(f"{settings.public_url}/invitation#{token}\n")


@commands.command("recount")
def recount_register() -> None:
    """Count every village's register anew; who changes it meanwhile waits. Fails when the kept counts were wrong."""
    wrong = asyncio.run(_recount())
    sys.stdout.write(f"{wrong} villages were counted wrongly\n")
    raise typer.Exit(1 if wrong else 0)


async def _recount() -> int:
    async with open_database(Settings.read().database_url):
        return await recount()


if __name__ == "__main__":
    commands()
