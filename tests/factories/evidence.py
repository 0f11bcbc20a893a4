"""The platform's evidence key, made once per process."""

import tempfile
from functools import cache
from pathlib import Path

from backend.documents.keys import EvidenceKey, make_evidence_key
from tests.factories.village import MORNING


@cache
def evidence_key() -> EvidenceKey:
    """A self-made authority's."""
    with tempfile.TemporaryDirectory() as folder:
        return make_evidence_key(Path(folder) / "evidence.p12", "demo", MORNING)
