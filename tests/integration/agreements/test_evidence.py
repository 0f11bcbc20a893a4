"""The evidence of an agreement: whatever is tampered with is found, and the first bad act is named."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from backend.agreements.checking import check_agreement, record_of
from backend.agreements.models import Act, Agreement
from backend.agreements.rules import ActKind, Means, Reason
from backend.audit.chain import GENESIS, Link, commit, link_hash
from backend.audit.models import AuditEvent, ChainHead, SignedHead
from backend.audit.tags import Tag
from backend.documents.keys import EvidenceKey, make_evidence_key
from backend.evidence.checking import Fault, Finding
from backend.kit.ids import uuid7
from backend.storage.local import LocalStorage
from backend.storage.models import Upload
from tests.factories.agreements import Household
from tests.factories.village import MORNING, World

CHAIN = [
    Tag.AGREEMENT_DRAFTED,
    Tag.AGREEMENT_VIEWED,
    Tag.AGREEMENT_SIGNED,
    Tag.AGREEMENT_ACCEPTED,
    Tag.AGREEMENT_CONSENTED,
    Tag.AGREEMENT_WITNESSED,
    Tag.AGREEMENT_HANDED_IN,
    Tag.AGREEMENT_FILED,
    Tag.AGREEMENT_SUSPENDED,
    Tag.AGREEMENT_VIEWED,
]
SIGN, ACCEPT, CONSENT, WITNESS, FILED, LAST = 3, 4, 5, 6, 8, 10


@pytest.fixture
async def home(home: Household, tmp_path: Path) -> Household:
    """Filed, suspended, and opened by the daughter after that."""
    home.storage = LocalStorage(tmp_path / "objects", home.world.kernel.keys)
    await home.wish()
    await home.draft()
    await home.view()
    await home.sign()
    await home.accept()
    await home.consent(means=Means.SPOKEN, words="我愿意")
    await home.hand_in()
    await home.file()
    await home.suspend()
    await home.view(home.daughter)
    return home


async def found(home: Household, *certificates: bytes) -> Finding | None:
    assert home.storage is not None
    trusted = certificates or (home.evidence.certificate_pem,)
    return await check_agreement(home.world.kernel, home.storage, trusted, await home.row())


async def act(home: Household, kind: ActKind) -> Act:
    return await Act.get(agreement_id=home.agreement_id, kind=kind, account_id__not=home.daughter.viewer.account_id)


def event(home: Household, number: int) -> "AuditEvent":
    return AuditEvent.filter(subject_id=home.agreement_id, number=number)  # filtered, to be changed


Tampering = Callable[[Household], Awaitable[object]]
