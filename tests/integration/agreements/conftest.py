"""A household of the village, on each engine, and the platform's key."""

import pytest

from backend.documents.keys import EvidenceKey, make_evidence_key
from tests.factories.agreements import Household, build_household
from tests.factories.village import MORNING, World


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> EvidenceKey:
    return make_evidence_key(tmp_path_factory.mktemp("evidence") / "evidence.p12", "demo", MORNING)


@pytest.fixture
async def home(world: World, evidence: EvidenceKey) -> Household:
    """Before the elder is asked."""
    return await build_household(world, evidence)
