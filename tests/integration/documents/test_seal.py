"""The seal, judged by poppler's pdfsig and by pyHanko."""

import random
import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from backend.documents.errors import SealFailed
from backend.documents.keys import EvidenceKey
from backend.documents.seal import SealProblem, seal, verify
from tests.factories.documents import SIGNED_AT, Authority
from tests.factories.forgery import signed_ranges

SEALED_AT = SIGNED_AT + timedelta(days=2)


def pdfsig(path: Path | str) -> str:
    """What pdfsig says of the file; it exits with a fault for files it cannot read."""
    return subprocess.run(["pdfsig", path], capture_output=True, check=False).stdout.decode()


class TestSeal:
    def test_pdfsig_calls_it_valid_and_whole(self, sealed_file: Path) -> None:
        said = pdfsig(sealed_file)
        assert "Signature is Valid." in said
        assert "Total document signed" in said
        assert "ETSI.CAdES.detached" in said
        assert "云团圆演示存证密钥" in said
        assert said.count("Signature #") == 1

    def test_is_named_as_the_platforms_and_as_no_official_seal(self, sealed: bytes) -> None:
        found = PdfFileReader(BytesIO(sealed)).embedded_signatures[0].sig_object
        assert str(found["/Name"]) == "云团圆平台存证章（这不是公章）"
        assert str(found["/Location"]) == "云团圆平台"
        assert str(found["/Reason"]) == "委托照顾协议封存"

    def test_pyhanko_calls_it_valid_with_the_handed_in_time(self, sealed: bytes, key: EvidenceKey) -> None:
        report = verify(sealed, [key.certificate_pem])
        assert report.valid
        assert report.sealed_at == SEALED_AT
        assert report.stamped_at is None

    def test_covers_every_byte_but_the_signature_itself(self, sealed: bytes) -> None:
        before, after = signed_ranges(sealed)
        assert before.start == 0
        assert after.stop == len(sealed)
        assert re.fullmatch(rb"<[0-9a-fA-F]+>", sealed[before.stop : after.start])

    def test_leaves_the_words_as_they_were(self, pdf: bytes, sealed: bytes) -> None:
        assert sealed.startswith(pdf)

    def test_an_elliptic_curve_key_seals_as_well(self, pdf: bytes, tmp_path: Path) -> None:
        key = Authority(SEALED_AT).issue("云团圆")
        (tmp_path / "sealed.pdf").write_bytes(seal(pdf, key, "封存", SEALED_AT))
        assert "Signature is Valid." in pdfsig(tmp_path / "sealed.pdf")

    def test_refuses_to_seal_twice(self, sealed: bytes, key: EvidenceKey) -> None:
        with pytest.raises(SealFailed):
            seal(sealed, key, "封存", SEALED_AT)

    @pytest.mark.parametrize("garbage", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
    def test_refuses_what_is_no_pdf(self, garbage: bytes, key: EvidenceKey) -> None:
        with pytest.raises(SealFailed):
            seal(garbage, key, "封存", SEALED_AT)


class TestChangedBytes:
    """A sample of bytes; `--soak` takes every fiftieth. The check page's own judgement, also of what is appended,
    stands in tests/integration/agreements/test_altered.py."""

    def flipped(self, sealed: bytes, count: int) -> Iterator[tuple[int, bytes]]:
        covered = [at for part in signed_ranges(sealed) for at in part]
        chance = random.Random(20260303)
        places = covered[::50] if not count else [*covered[-20:], *chance.sample(covered, count)]
        for at in places:
            changed = bytearray(sealed)
            changed[at] ^= 1 << chance.randrange(8)
            yield at, bytes(changed)

    def test_pdfsig_never_calls_a_changed_document_valid(self, sealed: bytes, soak: bool) -> None:
        def valid(changed: tuple[int, bytes]) -> bool:
            with NamedTemporaryFile(suffix=".pdf") as file:
                file.write(changed[1])
                file.flush()
                return "Signature is Valid." in pdfsig(file.name)

        with ThreadPoolExecutor(2) as pool:
            places = list(self.flipped(sealed, 0 if soak else 60))
            judged = list(zip((at for at, _ in places), pool.map(valid, places), strict=True))
        assert len(judged) >= 80
        assert [at for at, is_valid in judged if is_valid] == []

    def test_the_signature_itself_stands_as_written_down_to_case_and_padding(
        self, sealed: bytes, key: EvidenceKey
    ) -> None:
        before, after = signed_ranges(sealed)
        letter = next(at for at in range(before.stop + 1, after.start) if sealed[at : at + 1].isalpha())
        for at in (letter, after.start - 10):
            changed = bytearray(sealed)
            changed[at] ^= 0x20 if at == letter else 1
            assert verify(bytes(changed), [key.trusted_pem]).problem is SealProblem.CHANGED

    def test_a_changed_page_is_told_from_a_foreign_key(self, sealed: bytes, key: EvidenceKey) -> None:
        at = sealed.index(b"stream") + 100
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        assert verify(changed, [key.certificate_pem]).problem is SealProblem.CHANGED

    def test_a_shortened_document_is_found(self, sealed: bytes, key: EvidenceKey) -> None:
        assert not [cut for cut in (1, 100, 5000, 60000) if verify(sealed[:-cut], [key.certificate_pem]).valid]


class TestVerify:
    def test_another_customer_of_the_same_issuer_cannot_seal_in_our_name(self, pdf: bytes) -> None:
        authority = Authority(SEALED_AT)
        ours, theirs = authority.issue("云团圆"), authority.issue("云团圆")
        assert verify(seal(pdf, ours, "封存", SEALED_AT), [ours.certificate_pem]).valid
        assert verify(seal(pdf, theirs, "封存", SEALED_AT), [ours.certificate_pem]).problem is SealProblem.FOREIGN_KEY

    def test_a_key_that_has_been_replaced_stays_recognised(self, sealed: bytes, key: EvidenceKey) -> None:
        successor = Authority(SEALED_AT).issue("云团圆").following(key.trusted_pem)
        assert verify(sealed, [successor.trusted_pem]).valid
        assert verify(sealed, [successor.certificate_pem]).problem is SealProblem.FOREIGN_KEY

    def test_a_seal_outlives_its_certificate(self, pdf: bytes) -> None:
        long_ago = datetime(2001, 5, 1, tzinfo=UTC)
        key = Authority(long_ago).issue("云团圆")
        assert verify(seal(pdf, key, "封存", long_ago), [key.certificate_pem]).valid

    def test_nobody_is_trusted_when_nobody_is_named(self, sealed: bytes) -> None:
        assert verify(sealed, []).problem is SealProblem.FOREIGN_KEY

    def test_an_unsealed_document_is_told_apart(self, pdf: bytes, key: EvidenceKey) -> None:
        assert verify(pdf, [key.certificate_pem]).problem is SealProblem.NOT_SEALED

    @pytest.mark.parametrize("garbage", [b"", b"%PDF-1.7", b"\x00" * 5000, b"%PDF-1.7\n" + b"[" * 100_000])
    def test_garbage_is_answered_not_raised(self, garbage: bytes, key: EvidenceKey) -> None:
        assert verify(garbage, [key.certificate_pem]).problem is SealProblem.UNREADABLE
