"""The evidence of an agreement: whatever is tampered with is found, and the first bad act is named."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from backend.agreements.checking import check_agreement
from backend.agreements.models import Act, Agreement
from backend.agreements.rules import ActKind, Means, PartyRole
from backend.agreements.strength import Identity
from backend.audit.models import AuditEvent, SignedHead
from backend.audit.tags import Tag
from backend.documents.keys import make_evidence_key
from backend.evidence.checking import Fault, Finding
from backend.kit.ids import uuid7
from backend.storage.local import LocalStorage
from backend.storage.models import Upload
from tests.factories.agreements import Household
from tests.factories.tampering import change_act, change_event, cut, recompute, swap, write_payload
from tests.factories.village import MORNING

# Nothing here is in SQL that differs.
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], scope="module")

STEPS = [
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
DAY = timedelta(days=1)
DRAFT, SIGN, CONSENT, WITNESS, FILED, LAST = 1, 3, 5, 6, 8, 10


@pytest.fixture
async def home(home: Household, tmp_path: Path) -> Household:
    """Filed, suspended, and opened by the daughter after that."""
    home.storage = LocalStorage(tmp_path / "objects", home.world.kernel.keys)
    await home.wish()
    await home.draft()
    await home.view()
    await home.sign()
    await home.accept()
    await home.consent(words="我愿意")
    await home.hand_in()
    await home.file()
    await home.suspend()
    await home.view(home.daughter)
    return home


async def found(home: Household, *certificates: bytes) -> Finding | None:
    assert home.storage is not None
    trusted = certificates or (home.evidence.certificate_pem,)
    return await check_agreement(home.world.kernel, home.storage, trusted, await home.row())


async def copy_act(home: Household, **changes: Any) -> None:
    row = await Act.get(agreement_id=home.agreement_id, kind=ActKind.SIGN)
    values = {name: getattr(row, name) for name in row._meta.fields_map}
    await Act.create(**{**values, "id": uuid7(), "account_id": None, **changes})


async def rewrite_words(home: Household) -> None:
    row = await Act.get(agreement_id=home.agreement_id, kind=ActKind.CONSENT)
    sealed = home.world.kernel.keys.encrypt("我不愿意".encode(), f"acts|words|{row.id}")
    await change_act(home, ActKind.CONSENT, words=sealed)


async def rewrite_text(home: Household) -> None:
    sealed = home.world.kernel.keys.encrypt("另一份".encode(), f"agreements|text|{home.agreement_id}")
    await Agreement.filter(id=home.agreement_id).update(text=sealed)


async def replace_pictures(home: Household) -> None:
    assert home.storage is not None
    for upload in await Upload.all():
        await home.storage.put(upload.key, b"another", aad=upload.key)


async def delete_pictures(home: Household) -> None:
    assert home.storage is not None
    for upload in await Upload.all():
        await home.storage.delete(upload.key)


Tampering = Callable[[Household], Awaitable[object]]
TAMPERED: dict[str, tuple[Tampering, Fault, int]] = {
    "a payload rewritten": (lambda home: write_payload(home, SIGN, {}), Fault.PAYLOAD_CHANGED, SIGN),
    "a payload made unreadable": (lambda home: change_event(home, SIGN, payload=b"?"), Fault.PAYLOAD_CHANGED, SIGN),
    "a salt taken away": (lambda home: change_event(home, SIGN, salt=None), Fault.PAYLOAD_CHANGED, SIGN),
    "a link's actor changed": (lambda home: change_event(home, SIGN, actor_id=None), Fault.LINK_BROKEN, SIGN),
    "a link's time changed": (lambda home: change_event(home, CONSENT, at=MORNING + DAY), Fault.LINK_BROKEN, CONSENT),
    "a link taken out": (
        lambda home: AuditEvent.filter(subject_id=home.agreement_id, number=SIGN).delete(),
        Fault.LINK_MISSING,
        SIGN,
    ),
    "two links in each other's place": (lambda home: swap(home, SIGN, CONSENT), Fault.LINK_BROKEN, SIGN),
    "the last link taken away": (lambda home: cut(home, LAST - 1), Fault.TAIL_CUT, LAST),
    "the last three taken away": (lambda home: cut(home, LAST - 3), Fault.TAIL_CUT, FILED),
    "an act done by somebody else": (
        lambda home: change_act(home, ActKind.SIGN, account_id=home.daughter.viewer.account_id),
        Fault.ACT_CHANGED,
        SIGN,
    ),
    "an act of better identity": (
        lambda home: change_act(home, ActKind.SIGN, identity=Identity.WECHAT_PHONE),
        Fault.ACT_CHANGED,
        SIGN,
    ),
    "an act by other means": (
        lambda home: change_act(home, ActKind.CONSENT, means=Means.HANDWRITING),
        Fault.ACT_CHANGED,
        CONSENT,
    ),
    "an act on one's own phone after all": (
        lambda home: change_act(home, ActKind.CONSENT, captured_by=None),
        Fault.ACT_CHANGED,
        CONSENT,
    ),
    "an act in another's place": (
        lambda home: change_act(home, ActKind.SIGN, role=PartyRole.CAREGIVER),
        Fault.ACT_CHANGED,
        SIGN,
    ),
    "an act on another text": (
        lambda home: change_act(home, ActKind.SIGN, text_hash="0" * 64),
        Fault.ACT_CHANGED,
        SIGN,
    ),
    "an act at another time": (
        lambda home: change_act(home, ActKind.CONSENT, done_at=MORNING + DAY),
        Fault.ACT_CHANGED,
        5,
    ),
    "another witness": (lambda home: change_act(home, ActKind.WITNESS, witness="赵志强"), Fault.ACT_CHANGED, WITNESS),
    "other words of the elder's": (rewrite_words, Fault.ACT_CHANGED, CONSENT),
    "an act made void": (lambda home: change_act(home, ActKind.ACCEPT, void=True), Fault.ACT_CHANGED, 4),
    "an act put in doubt": (lambda home: change_act(home, ActKind.ACCEPT, doubtful=True), Fault.ACT_CHANGED, 4),
    "an act's row taken out": (lambda home: Act.filter(kind=ActKind.SIGN).delete(), Fault.ACT_MISSING, SIGN),
    "an act's row put in beside another": (copy_act, Fault.ACT_ADDED, SIGN),
    "an act's row put in without a link": (lambda home: copy_act(home, link=None), Fault.ACT_ADDED, LAST + 1),
    "an act's row put in at a link that is none": (lambda home: copy_act(home, link=77), Fault.ACT_ADDED, 77),
    "pictures replaced": (replace_pictures, Fault.PICTURE_CHANGED, SIGN),
    "pictures deleted": (delete_pictures, Fault.PICTURE_CHANGED, SIGN),
    "a picture's hash in its row": (lambda home: Upload.all().update(sha256="0" * 64), Fault.ACT_CHANGED, SIGN),
    "the text": (rewrite_text, Fault.RECORDED_OTHERWISE, DRAFT),
    "the number": (
        lambda home: Agreement.filter(id=home.agreement_id).update(number="520123100201-2026-0002"),
        Fault.RECORDED_OTHERWISE,
        FILED,
    ),
    "a sealed file that nobody sealed": (
        lambda home: Agreement.filter(id=home.agreement_id).update(pdf_sha256="0" * 64),
        Fault.RECORDED_OTHERWISE,
        LAST + 1,
    ),
    "everything recomputed without the key": (recompute, Fault.RECOMPUTED, FILED),
    "every signed head taken away": (
        lambda home: SignedHead.filter(subject_id=home.agreement_id).delete(),
        Fault.NEVER_SIGNED,
        FILED,
    ),
    "a head signed by nobody": (lambda home: SignedHead.all().update(signature=b"0"), Fault.SIGNATURE_FALSE, FILED),
}


class TestEvidence:
    async def test_of_an_agreement_nobody_touched_is_whole(self, home: Household) -> None:
        events = await AuditEvent.filter(subject_id=home.agreement_id).order_by("number")
        assert [each.tag for each in events] == STEPS
        assert await found(home) is None

    @pytest.mark.parametrize("what", TAMPERED)
    async def test_finds_what_was_tampered_with_and_names_the_first_bad_act(self, home: Household, what: str) -> None:
        tamper, fault, number = TAMPERED[what]
        await tamper(home)
        named = await found(home)
        assert named is not None
        assert (named.fault, named.number) == (fault, number)
        if number <= LAST and fault not in (Fault.LINK_MISSING, Fault.TAIL_CUT, Fault.LINK_BROKEN):
            assert named.tag == STEPS[number - 1]

    async def test_is_checked_with_the_certificates_of_all_keys_trusted(self, home: Household, tmp_path: Path) -> None:
        other = make_evidence_key(tmp_path / "other.p12", "demo", MORNING).certificate_pem
        named = await found(home, other)
        assert named is not None
        assert (named.fault, named.number) == (Fault.SIGNATURE_FALSE, FILED)
        assert await found(home, other, home.evidence.certificate_pem) is None

    async def test_with_a_payload_erased_is_whole(self, home: Household) -> None:
        await change_event(home, SIGN, payload=None, salt=None)
        assert await found(home) is None

    async def test_of_an_agreement_whose_time_is_over_is_whole_without_what_was_written(self, home: Household) -> None:
        nothing = home.world.kernel.keys.encrypt(b"", f"agreements|text|{home.agreement_id}")
        await Agreement.filter(id=home.agreement_id).update(text=nothing)
        blank = dict.fromkeys(("witness", "strokes", "words", "device", "capacity"))
        await Act.filter(agreement_id=home.agreement_id).update(**blank)
        await delete_pictures(home)
        assert await found(home) is None
        await change_act(home, ActKind.SIGN, means=Means.TAP)
        assert await found(home) is not None

    async def test_of_a_text_written_anew_and_of_a_no_knows_which_acts_are_void(self, home: Household) -> None:
        """Another agreement of the same elder's, with everything that voids."""
        await home.end()
        await home.draft()
        await home.sign()
        await home.rewrite("每周赶一次集")
        await home.sign()
        await home.accept()
        await home.consent(text_hash="0" * 64)
        await home.consent()
        await home.hand_in()
        await home.wish(False)
        assert await Act.filter(agreement_id=home.agreement_id, void=True).count() == 6
        await home.wish()
        await home.consent()
        await home.hand_in()
        assert await found(home) is None
