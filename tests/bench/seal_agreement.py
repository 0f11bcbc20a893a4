"""Processor time of one sealed agreement: the seal against pyHanko signing the same bytes bare, the rendering apart.

Both seal the same rendered agreement with the same key and profile (PAdES B-B, certified), key and fonts loaded before.
Rounds are interleaved, so that whatever else the machine does hits both alike.
"""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

from backend.documents.canonical import canonical_bytes
from backend.documents.keys import make_evidence_key
from backend.documents.paper import Paper
from backend.documents.render import render
from backend.documents.seal import FIELD, LOCATION, NAME, seal
from tests.bench.results import Result, middle
from tests.factories.documents import FONT, SIGNED_AT, agreement_text, evidence

NAMES = ("agreements.seal.cpu_vs_pyhanko", "agreements.render")
ROUNDS = 11
PER_ROUND = 10
REASON = "委托照顾协议封存"


async def run() -> dict[str, Result]:
    """The ratio of eleven rounds, and the seconds of eleven renderings."""
    return await asyncio.to_thread(_measure)


def _measure() -> dict[str, Result]:
    at = SIGNED_AT + timedelta(days=2)
    pdf = _rendered()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evidence.p12"
        key = make_evidence_key(path, "bench", SIGNED_AT)
        signer = SimpleSigner.load_pkcs12(str(path), passphrase=b"bench")

    def ours() -> None:
        seal(pdf, key, REASON, at)

    def bare() -> None:
        metadata = PdfSignatureMetadata(
            field_name=FIELD,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
            subfilter=SigSeedSubFilter.PADES,
            md_algorithm="sha256",
            name=NAME,
            reason=REASON,
            location=LOCATION,
        )
        sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf), strict=True), metadata, signer)

    for each in (ours, bare):
        each()
    rounds = [(_seconds(ours), _seconds(bare)) for _ in range(ROUNDS)]
    ms = [median(side) / PER_ROUND * 1000 for side in zip(*rounds, strict=True)]
    versus = f"pyHanko, same bytes, key and profile; {ms[0]:.1f} against {ms[1]:.1f} ms a seal"
    return {
        "agreements.seal.cpu_vs_pyhanko": middle([mine / theirs for mine, theirs in rounds], "ratio", versus),
        "agreements.render": middle([_seconds(_rendered, times=1) for _ in range(ROUNDS)], "s"),
    }


def _rendered() -> bytes:
    return render(Paper(canonical_bytes(agreement_text()), SIGNED_AT), evidence(), font=FONT)


def _seconds(work: Callable[[], object], times: int = PER_ROUND) -> float:
    """Processor time of so many repetitions."""
    begun = process_time()
    for _ in range(times):
        work()
    return process_time() - begun
