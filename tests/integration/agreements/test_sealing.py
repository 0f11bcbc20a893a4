"""The sealed PDF of a filed agreement: valid in the eyes of another tool, whole, and made once."""

import asyncio
import hashlib
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from backend.agreements.models import Act, Party
from backend.agreements.queries import by_pdf, words
from backend.agreements.sealing import Sealer
from backend.audit.checking import check_chain
from backend.audit.models import AuditEvent, SignedHead
from backend.audit.tags import Tag
from backend.db import execute
from backend.divisions.models import Division
from backend.documents.errors import TimestampUnavailable
from backend.documents.keys import EvidenceKey
from backend.documents.seal import verify
from backend.outbox.models import OutboxEntry
from backend.storage.errors import StorageUnavailable
from backend.storage.local import LocalStorage
from tests.factories.agreements import Household
from tests.factories.documents import FONT, Authority
from tests.factories.timestamps import Manner, timestamp_service
from tests.factories.village import World


@pytest.fixture
def storage(world: World, tmp_path: Path) -> LocalStorage:
    return LocalStorage(tmp_path / "objects", world.kernel.keys)


@pytest.fixture
async def sealer(world: World, storage: LocalStorage, evidence: EvidenceKey) -> Sealer:
    return Sealer(
        kernel=world.kernel,
        storage=storage,
        evidence=evidence,
        font=FONT,
        public_url="https://reunion.example",
    )


@pytest.fixture
async def home(home: Household, storage: LocalStorage) -> Household:
    """Filed, by son, daughter and caregiver; the consent reached us two days after it was given."""
    home.storage = storage
    await home.wish()
    await home.draft(special="每周三带去赶集")
    await home.sign()
    await home.sign(home.daughter)
    await home.accept()
    at = home.world.clock.now()
    home.world.clock.advance(timedelta(days=2))
    await home.consent(done_at=at)
    await home.hand_in()
    await home.file()
    return home


async def pdf(home: Household, storage: LocalStorage) -> bytes:
    """The bytes of the sealed agreement."""
    key = (await home.row()).pdf_key
    assert key is not None
    return await storage.get(key, aad=key)


def run(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout


class TestSeal:
    async def test_is_valid_to_pdfsig_and_to_pyhanko_and_tells_every_act(
        self, home: Household, sealer: Sealer, storage: LocalStorage, tmp_path: Path
    ) -> None:
        await sealer.ensure_sealed(home.agreement_id)
        made = await pdf(home, storage)
        path = tmp_path / "agreement.pdf"
        path.write_bytes(made)
        said = await asyncio.to_thread(run, "pdfsig", "-nocert", path)
        assert "Signature is Valid" in said
        assert "Total document signed" in said
        assert (await asyncio.to_thread(verify, made, [sealer.evidence.trusted_pem])).problem is None
        told = "".join((await asyncio.to_thread(run, "pdftotext", path, "-")).split())
        row = await home.row()
        code = (await words(home.world.kernel, row.id)).check_code or "?"
        for word in (
            "王建国",
            "王秀英",
            "李春花",
            "李桂兰",
            "杨树根",
            "张晓敏",
            "赵志强",
            "每周三带去赶集",
            "委托人（儿子）",
            "委托人（女儿）",
            row.number or "?",
            code,
        ):
            assert word in told
        assert hashlib.sha256(made).hexdigest() == row.pdf_sha256
        assert (await by_pdf(row.pdf_sha256 or "")).id == row.id

    async def test_again_makes_nothing_new(self, home: Household, sealer: Sealer) -> None:
        await sealer.ensure_sealed(home.agreement_id)
        before = await home.row()
        await sealer.ensure_sealed(home.agreement_id)
        after = await home.row()
        assert (after.pdf_key, after.sealed_at) == (before.pdf_key, before.sealed_at)
        assert await AuditEvent.filter(tag=Tag.AGREEMENT_SEALED).count() == 1

    async def test_twice_at_once_enters_one(
        self, home: Household, sealer: Sealer, storage: LocalStorage, evidence: EvidenceKey
    ) -> None:
        await asyncio.gather(*(sealer.ensure_sealed(home.agreement_id) for _ in range(2)))
        assert await AuditEvent.filter(tag=Tag.AGREEMENT_SEALED).count() == 1
        assert await OutboxEntry.filter(topic="AgreementSealed").count() == 1
        row = await home.row()
        assert hashlib.sha256(await pdf(home, storage)).hexdigest() == row.pdf_sha256
        far = home.world.clock.now() + timedelta(days=36500)
        assert [key async for key in storage.older_than(far, prefix=f"agreements/{row.id.hex}")] == [row.pdf_key]
        assert await SignedHead.filter(subject_id=row.id).count() == 2
        assert await check_chain(home.world.kernel, evidence.certificate_pem, row.id) is None

    async def test_before_the_filing_makes_nothing(self, home: Household, sealer: Sealer) -> None:
        await execute("UPDATE agreements SET number = NULL")
        await sealer.ensure_sealed(home.agreement_id)
        assert (await home.row()).sealed_at is None

    async def test_that_fails_leaves_the_agreement_filed_and_is_made_later(
        self, home: Household, sealer: Sealer, storage: LocalStorage, tmp_path: Path
    ) -> None:
        folder = tmp_path / "objects" / "agreements"
        folder.write_text("in the way")
        with pytest.raises((StorageUnavailable, OSError)):
            await sealer.ensure_sealed(home.agreement_id)
        row = await home.row()
        assert (row.sealed_at, row.pdf_key) == (None, None)
        assert row.number is not None
        folder.unlink()
        await sealer.ensure_sealed(home.agreement_id)
        assert (await home.row()).sealed_at is not None

    async def test_leaves_void_acts_out(
        self, home: Household, sealer: Sealer, storage: LocalStorage, tmp_path: Path
    ) -> None:
        await Act.filter(account_id=home.daughter.viewer.account_id).update(void=True)
        await sealer.ensure_sealed(home.agreement_id)
        path = tmp_path / "agreement.pdf"
        path.write_bytes(await pdf(home, storage))
        told = "".join((await asyncio.to_thread(run, "pdftotext", path, "-")).split())
        assert "委托人（儿子）" in told
        assert "委托人（女儿）" not in told


class TestTimestamps:
    """A service that fails must not cost the seal, nor the seal its stamp for an hour's outage."""

    async def test_of_a_failing_service_is_waited_for_and_then_had(
        self, home: Household, sealer: Sealer, storage: LocalStorage, evidence: EvidenceKey
    ) -> None:
        at = home.world.clock.now()
        with timestamp_service(at, Manner.FAULT) as failing, pytest.raises(TimestampUnavailable):
            await replace(sealer, timestamps=failing).ensure_sealed(home.agreement_id)
        assert (await home.row()).sealed_at is None
        with timestamp_service(at) as service:
            await replace(sealer, timestamps=service).ensure_sealed(home.agreement_id)
        trust = ([evidence.trusted_pem],)
        made = await pdf(home, storage)
        assert (await asyncio.to_thread(verify, made, *trust, timestamp_trust=[service.roots])).stamped_at == at

    async def test_after_a_day_the_paper_is_sealed_without_and_somebody_is_told(
        self, home: Household, sealer: Sealer, storage: LocalStorage, evidence: EvidenceKey
    ) -> None:
        home.world.clock.advance(timedelta(days=1, minutes=1))
        with timestamp_service(home.world.clock.now(), Manner.SILENT) as silent, capture_logs() as logs:
            await replace(sealer, timestamps=silent).seal_what_is_left()
        assert (await asyncio.to_thread(verify, await pdf(home, storage), [evidence.trusted_pem])).valid
        [told] = [line for line in logs if line["event"] == "timestamp_unavailable"]
        assert (told["log_level"], told["gives_up"]) == ("error", True)


class TestWhatIsLeft:
    async def test_is_sealed_though_the_outbox_gave_up(self, home: Household, sealer: Sealer) -> None:
        await sealer.seal_what_is_left()
        assert (await home.row()).sealed_at is None, "the outbox has its turn first"
        home.world.clock.advance(timedelta(minutes=11))
        await sealer.seal_what_is_left()
        assert (await home.row()).sealed_at is not None

    async def test_that_cannot_be_printed_is_told_by_number_and_code_point(
        self, home: Household, sealer: Sealer
    ) -> None:
        home.world.clock.advance(timedelta(minutes=11))
        await Party.filter(agreement_id=home.agreement_id, name="王建国").update(name="王\U000323af")
        with capture_logs() as logs:
            await sealer.seal_what_is_left()
        assert (await home.row()).sealed_at is None
        assert [line["event"] for line in logs] == ["character_not_printable", "agreement_not_sealed"]
        assert (logs[0]["number"], logs[0]["code_points"]) == ((await home.row()).number, ["U+323AF"])


class TestCommittee:
    async def test_with_a_certificate_signs_its_own_villages_papers_and_no_others(
        self, home: Household, sealer: Sealer, storage: LocalStorage, evidence: EvidenceKey
    ) -> None:
        theirs = Authority(home.world.clock.now()).issue("上坪村村民委员会")
        village = await Division.get(id=(await home.row()).village_id)
        await replace(sealer, committees={village.code: theirs}).ensure_sealed(home.agreement_id)
        made = await pdf(home, storage)
        committee_trust = [theirs.trusted_pem]
        report = await asyncio.to_thread(verify, made, [evidence.trusted_pem], committee_trust=committee_trust)
        assert (report.problem, report.countersigned) == (None, True)

    async def test_of_another_village_signs_nothing(
        self, home: Household, sealer: Sealer, storage: LocalStorage, evidence: EvidenceKey
    ) -> None:
        other = Authority(home.world.clock.now()).issue("别村村民委员会")
        await replace(sealer, committees={"000000000000": other}).ensure_sealed(home.agreement_id)
        report = await asyncio.to_thread(verify, await pdf(home, storage), [evidence.trusted_pem])
        assert (report.problem, report.countersigned) == (None, False)
