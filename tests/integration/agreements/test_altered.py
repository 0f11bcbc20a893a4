"""An altered paper: found by the check page's own judgement, with the agreement's row before it, and by the seal."""

import asyncio
import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from backend.agreements.errors import CheckFailed, PaperAltered
from backend.agreements.presenting import presented
from backend.agreements.sealing import Sealer
from backend.agreements.verdicts import PaperVerdict
from backend.documents.keys import EvidenceKey
from backend.documents.seal import verify
from backend.kit.errors import Refusal
from backend.storage.local import LocalStorage
from tests.factories.agreements import Household
from tests.factories.documents import FONT
from tests.factories.forgery import annotated, flipped, revised, signed_ranges
from tests.factories.village import World

# Nothing here is in SQL that differs.
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], scope="module")


@pytest.fixture
async def paper(home: Household, world: World, evidence: EvidenceKey, tmp_path: Path) -> bytes:
    """The sealed PDF of a filed agreement."""
    home.storage = LocalStorage(tmp_path / "objects", world.kernel.keys)
    await home.filed()
    sealer = Sealer(
        kernel=world.kernel, storage=home.storage, evidence=evidence, font=FONT, public_url="https://reunion.example"
    )
    await sealer.ensure_sealed(home.agreement_id)
    key = (await home.row()).pdf_key
    assert key is not None
    return await home.storage.get(key, aad=key)


async def page_says(home: Household, pdf: bytes) -> PaperVerdict | str:
    """The check page's judgement of a file."""
    try:
        row = await presented(home.evidence, pdf)
    except Refusal as refused:
        return refused.code
    assert row.id == home.agreement_id
    return row.verdict(home.son.viewer.today)


async def seal_misses(home: Household, files: Iterable[bytes]) -> list[bool]:
    """Whether the seal alone calls them valid; it is judged on an event loop of its own."""
    trusted = [home.evidence.trusted_pem]
    return await asyncio.to_thread(lambda: [verify(pdf, trusted).valid for pdf in files])


async def test_the_paper_itself_is_valid_to_both(home: Household, paper: bytes) -> None:
    assert await page_says(home, paper) is PaperVerdict.VALID
    assert await seal_misses(home, [paper]) == [True]


async def test_with_any_byte_flipped_it_is_altered_to_the_page_and_where_it_is_signed_to_the_seal_too(
    home: Household, paper: bytes, soak: bool
) -> None:
    """What the seal alone misses lies in the certificates above ours, which nobody need believe."""
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    places = range(0, len(paper), 50) if soak else chance.choices(range(len(paper)), k=300)
    files = [flipped(paper, at, chance.randrange(8)) for at in places]
    assert {await page_says(home, pdf) for pdf in files} == {PaperAltered.code}, f"seed {seed}"
    missed = [at for at, valid in zip(places, await seal_misses(home, files), strict=True) if valid]
    sys.stdout.write(f"seed {seed}: the seal alone found {len(places) - len(missed)} of {len(places)}\n")
    assert [at for at in missed if any(at in part for part in signed_ranges(paper))] == [], f"seed {seed}"
    assert len(missed) < len(places) / 20, f"seed {seed}"


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "a blank at its end": lambda pdf: pdf + b" ",
    "another end of file": lambda pdf: pdf + b"\n%%EOF\n",
    "itself once more": lambda pdf: pdf + pdf,
    "a proper later revision": revised,
    "a note laid over a page": annotated,
    "two later revisions": lambda pdf: annotated(revised(pdf)),
    "a byte missing": lambda pdf: pdf[:-1],
}


async def test_with_anything_appended_or_cut_off_it_is_altered_to_both(home: Household, paper: bytes) -> None:
    files = {what: change(paper) for what, change in CHANGES.items()}
    assert {what: await page_says(home, pdf) for what, pdf in files.items()} == dict.fromkeys(files, PaperAltered.code)
    # So much that neither seal nor number is left in the open.
    files["five thousand bytes missing"] = paper[:-5000]
    assert await page_says(home, paper[:-5000]) == CheckFailed.code
    assert await seal_misses(home, files.values()) == [False] * len(files)
