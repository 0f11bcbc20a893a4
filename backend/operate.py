"""`python -m backend.operate`: what only an operator does, by hand: plant the divisions, invite the first county, prove
the register's roll-up, change the evidence key.

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
from backend.bootstrap import evidence_key, key_ring
from backend.db import open_database, transaction
from backend.divisions.actions import Planted, place
from backend.divisions.actions import plant as bring_to
from backend.divisions.models import Division, DivisionLevel
from backend.divisions.official import OfficialPlace, read_official_list
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
def official(file: Path) -> None:
    """Bring the tree to the official list of places (code, urban-rural class, name in each line). All or none.

    Codes in force that the list no longer names are printed, and stay: the county says who takes over from them.
    """
    places = read_official_list(file.read_text(encoding="utf-8"))
    found = asyncio.run(_official(places))
    sys.stdout.write(f"{found.added} added, {found.renamed} renamed, {found.unchanged} as they were\n")
    sys.stdout.writelines(f"not listed: {code}\n" for code in found.not_listed)


async def _official(places: tuple[OfficialPlace, ...]) -> Planted:
    async with open_database(Settings.read().database_url):
        return await bring_to(places, starts_on=shanghai_day(SystemClock().now()))


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


@commands.command("certificates")
def print_certificates() -> None:
    """Print the certificates by which seals and chain heads are checked, the present key's first. To publish, too.

    Before a new key comes they are written to the file that EVIDENCE_EARLIER names: what the old keys made stays valid.
    """
    sys.stdout.write(evidence_key(Settings.read().documents).trusted_pem.decode())


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
