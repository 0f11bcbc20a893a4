"""A household of the village, on each engine, and the platform's key."""

import pytest

from backend.documents.keys import EvidenceKey
from tests.factories.agreements import Household, build_household
from tests.factories.evidence import evidence_key
from tests.factories.village import World


@pytest.fixture(scope="session")
def evidence() -> EvidenceKey:
    return evidence_key()


@pytest.fixture
async def home(world: World, evidence: EvidenceKey) -> Household:
    """Before the elder is asked."""
    return await build_household(world, evidence)
