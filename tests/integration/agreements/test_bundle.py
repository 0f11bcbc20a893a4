"""The evidence bundle: taken away, it is checked by a program that has neither our database nor our servers."""

import asyncio
import io
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest
from typer.testing import CliRunner

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.agreements.bundle import bundle
from backend.agreements.errors import AgreementNotFound, NotAParty, NotSealedYet
from backend.agreements.rules import ActKind
from backend.agreements.sealing import Sealer
from backend.audit.models import AuditEvent
from backend.documents.keys import EvidenceKey, make_evidence_key
from backend.evidence.__main__ import commands
from backend.evidence.verdict import Verdict, check_bundle, check_paper
from backend.storage.local import LocalStorage
from tests.factories.agreements import Household
from tests.factories.documents import FONT
from tests.factories.tampering import change_act, cut, recompute, swap
from tests.factories.village import MORNING, Person, World

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], scope="module")


@pytest.fixture
async def home(home: Household, world: World, tmp_path: Path, evidence: EvidenceKey) -> Household:
    """Filed and sealed."""
    home.storage = LocalStorage(tmp_path / "objects", world.kernel.keys)
    await home.filed()
    sealer = Sealer(
        kernel=world.kernel,
        storage=home.storage,
        evidence=evidence,
        font=FONT,
        public_url="https://reunion.example",
    )
    await sealer.ensure_sealed(home.agreement_id)
    return home


async def made(home: Household, by: Person | None = None) -> bytes:
    assert home.storage is not None
    kernel, id_ = home.world.kernel, home.agreement_id
    return await bundle(kernel, home.storage, home.evidence, agreement_id=id_, by=(by or home.son).viewer)


def changed(data: bytes, name: str, part: bytes) -> bytes:
    """The same bundle with one file replaced."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(target, "w") as new:
        for each in old.namelist():
            new.writestr(each, part if each == name else old.read(each))
    return target.getvalue()


async def looked_at(data: bytes, *trusted: bytes) -> Verdict:
    """The seal is judged on an event loop of its own."""
    return await asyncio.to_thread(check_bundle, io.BytesIO(data), trusted)


async def paper(pdf: bytes, *trusted: bytes) -> str | None:
    return (await asyncio.to_thread(check_paper, pdf, trusted)).wrong


async def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *(str(each) for each in arguments)]
    return await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, timeout=60)


SIGN, CONSENT, FILED, SEALED = 2, 4, 7, 8
TAMPERED: dict[str, tuple[Callable[[Household], Awaitable[object]], str]] = {
    "the last link taken away": (lambda home: cut(home, FILED), "第 8 步"),
    "the last three taken away": (lambda home: cut(home, CONSENT + 1), "第 6 步"),
    "a link from the middle": (
        lambda home: AuditEvent.filter(subject_id=home.agreement_id, number=SIGN).delete(),
        "第 2 步",
    ),
    "two in each other's place": (lambda home: swap(home, SIGN, CONSENT), "第 2 步"),
    "an act edited": (lambda home: change_act(home, ActKind.CONSENT, captured_by=None), "第 4 步"),
    "all recomputed without the key": (recompute, "第 7 步"),
}


class TestBundle:
    async def test_is_found_valid_offline_and_names_the_first_bad_act_when_it_is_not(
        self, home: Household, tmp_path: Path
    ) -> None:
        data = await made(home)
        (tmp_path / "trust.pem").write_bytes(home.evidence.certificate_pem)
        (tmp_path / "bundle.zip").write_bytes(data)
        check = ("-m", "backend.evidence", "check", tmp_path / "bundle.zip", "--certificate", tmp_path / "trust.pem")
        passed = await run(*check)
        assert (passed.returncode, passed.stderr) == (0, "")
        assert "通过：全部有效" in passed.stdout
        await AuditEvent.filter(subject_id=home.agreement_id, number=2).update(actor_id=None)
        (tmp_path / "bundle.zip").write_bytes(await made(home))
        failed = await run(*check)
        assert failed.returncode == 1
        assert "不通过。第 2 步（2026-03-10 09:00:00 签字）：这一步的记录被改过" in failed.stdout

    @pytest.mark.parametrize("what", TAMPERED)
    async def test_of_what_was_tampered_with_the_command_names_the_first_bad_act(
        self, home: Household, tmp_path: Path, what: str
    ) -> None:
        tamper, first_bad = TAMPERED[what]
        (tmp_path / "trust.pem").write_bytes(home.evidence.certificate_pem)
        await tamper(home)
        (tmp_path / "bundle.zip").write_bytes(await made(home))
        wanted = ["check", str(tmp_path / "bundle.zip"), "--certificate", str(tmp_path / "trust.pem")]
        said = await asyncio.to_thread(CliRunner().invoke, commands, wanted)
        assert said.exit_code == 1
        assert f"不通过。{first_bad}" in said.stdout

    async def test_is_the_same_whenever_it_is_made_and_tells_people_what_happened(self, home: Household) -> None:
        data = await made(home)
        assert await made(home, home.secretary) == data
        with ZipFile(io.BytesIO(data)) as parts:
            summary = parts.read("summary.html").decode()
            picture = next(name for name in parts.namelist() if name.startswith("pictures/"))
        for words in ("王建国", "李春花", "杨树根", "接受委托并签字", "按指印", "不是可靠的电子签名", picture):
            assert words in summary

    async def test_is_not_valid_by_another_key_or_with_any_part_of_another(
        self, home: Household, tmp_path: Path
    ) -> None:
        data, ours = await made(home), home.evidence.certificate_pem
        other = make_evidence_key(tmp_path / "other.p12", "demo", MORNING).certificate_pem
        assert "清单的存证签名不对" in ((await looked_at(data, other)).wrong or "")
        assert (await looked_at(data, other, ours)).wrong is None
        with ZipFile(io.BytesIO(data)) as parts:
            pdf = parts.read("agreement.pdf")
            manifest = msgspec.json.decode(parts.read("manifest.json"))
        assert await paper(pdf, ours) is None
        assert await paper(pdf, other) == ("文件不是由给出的证书封存的；村民委员会也签了的，还要给出村委会的证书")
        assert await paper(pdf + b"\n", ours) is not None
        manifest["number"] = "520123100201-2026-0009"
        forged = changed(data, "manifest.json", msgspec.json.encode(manifest))
        assert "清单的存证签名不对" in ((await looked_at(forged, ours)).wrong or "")

    async def test_tells_an_erased_payload_as_erased(self, home: Household) -> None:
        await AuditEvent.filter(subject_id=home.agreement_id, number=2).update(payload=None, salt=None)
        verdict = await looked_at(await made(home), home.evidence.certificate_pem)
        assert verdict.wrong is None
        assert any("第 2 步的内容已依法删除" in line for line in verdict.told)

    async def test_is_for_the_parties_and_the_committee_of_the_village(self, home: Household, world: World) -> None:
        for person in (home.caregiver, home.accountant):
            assert await made(home, person)
        with pytest.raises(NotAParty):
            await made(home, home.daughter)
        with pytest.raises(RoleCannot):
            await made(home, home.volunteer)
        with pytest.raises(AgreementNotFound):
            await made(home, await world.person(Role.COMMITTEE, division=world.neighbour))

    async def test_waits_for_the_seal(self, home: Household) -> None:
        await home.end()
        await home.draft()
        with pytest.raises(NotSealedYet):
            await made(home)
