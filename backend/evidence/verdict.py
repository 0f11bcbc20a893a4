"""What an independent reader finds in an evidence bundle or a sealed paper: all in order, or the first thing wrong."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from backend.evidence import package
from backend.evidence.checking import FAULT_WORDS, Finding, first_fault, signed
from backend.evidence.errors import BundleRefused
from backend.evidence.package import Bundle
from backend.evidence.record import FORMAT, Record
from backend.evidence.words import clock_time, step


@dataclass(frozen=True)
class Verdict:
    """`wrong` is the first thing that is not in order, None when all is; `told` what was found on the way."""

    wrong: str | None
    told: list[str] = field(default_factory=list)


def certificates_of(pems: Sequence[bytes]) -> list[bytes]:
    """Each certificate of these files apart. Raises BundleRefused."""
    try:
        found = [each for pem in pems for each in x509.load_pem_x509_certificates(pem)]
    except ValueError:
        raise BundleRefused("给出的证书读不懂：应当是 PEM 格式") from None
    return [each.public_bytes(Encoding.PEM) for each in found]


def check_paper(pdf: bytes, certificates: Sequence[bytes], committees: Sequence[bytes] = ()) -> Verdict:
    """The sealed PDF alone; `committees` are the certificates of those who may have signed after the seal."""
    # pyHanko takes half a second to load; who checks nothing sealed need not wait.
    from backend.documents.seal import SealProblem, verify

    report = verify(pdf, certificates, committee_trust=committees)
    words = {
        SealProblem.UNREADABLE: "文件读不懂，已经损坏，或者不是 PDF",
        SealProblem.NOT_SEALED: "文件没有存证封存章",
        SealProblem.CHANGED: "文件封存以后被改动过",
        SealProblem.FOREIGN_KEY: "文件不是由给出的证书封存的；村民委员会也签了的，还要给出村委会的证书",
    }
    if report.problem:
        return Verdict(words[report.problem])
    sealed = f"封存于 {clock_time(report.sealed_at)}" if report.sealed_at else "已封存"
    signed_too = "，村民委员会也签了" if report.countersigned else ""
    return Verdict(None, [f"PDF 存证章有效，{sealed}{signed_too}"])


def check_bundle(file: IO[bytes], certificates: Sequence[bytes], committees: Sequence[bytes] = ()) -> Verdict:
    """Everything in a bundle. Raises BundleRefused for what is none."""
    bundle = Bundle(file)
    if not signed(package.signed_words(bundle.manifest_bytes), bundle.read(package.SIGNATURE), certificates):
        return Verdict("清单的存证签名不对：不是由给出的证书签的，或者被改过")
    _check_files(bundle)
    record = _record(bundle)
    told = [f"协议编号 {record.number}，共 {len(record.links)} 步，{len(record.heads)} 处存证签名"]
    finding = first_fault(record, bundle.pictures, certificates)
    if finding is not None:
        return Verdict(_said(finding), told)
    if hashlib.sha256(bundle.read(package.TEXT)).hexdigest() != record.text_hash:
        return Verdict("协议正文和留存的不一致", told)
    pdf = bundle.read(package.PDF)
    if hashlib.sha256(pdf).hexdigest() != record.pdf_sha256:
        return Verdict("PDF 不是当时封存的那一份", told)
    paper = check_paper(pdf, certificates, committees)
    return Verdict(paper.wrong, [*told, *paper.told, *_remarks(record)])


def _check_files(bundle: Bundle) -> None:
    """Every file is the one listed, and every one listed is there."""
    listed = {each.name: each for each in bundle.manifest.files}
    if set(listed) != bundle.names - {package.MANIFEST, package.SIGNATURE} or len(listed) != len(bundle.manifest.files):
        raise BundleRefused("存证包里的文件和清单对不上")
    for name, each in listed.items():
        data = bundle.read(name)
        if len(data) != each.size or hashlib.sha256(data).hexdigest() != each.sha256:
            raise BundleRefused(f"存证包里的 {name} 被改过，和清单对不上")
        if name.startswith("pictures/") and name != package.picture_name(each.sha256):
            raise BundleRefused(f"存证包里的 {name} 名字和内容对不上")


def _record(bundle: Bundle) -> Record:
    try:
        record = msgspec.json.decode(bundle.read(package.RECORD), type=Record)
    except (msgspec.DecodeError, msgspec.ValidationError):
        raise BundleRefused("存证包里的 record.json 读不懂") from None
    told = (record.format, str(record.agreement), record.number)
    if told != (FORMAT, bundle.manifest.agreement, bundle.manifest.number):
        raise BundleRefused("存证包里的 record.json 和清单说的不是同一份协议")
    return record


def _said(finding: Finding) -> str:
    where = f"第 {finding.number} 步"
    if finding.at is not None and finding.tag is not None:
        where += f"（{clock_time(finding.at)} {step(finding.tag)}）"
    return f"{where}：{FAULT_WORDS[finding.fault]}"


def _remarks(record: Record) -> list[str]:
    told = ["每一步的记录、签名和照片都和当时留存的一致"]
    if erased := [str(link.number) for link in record.links if link.erased]:
        told.append(f"第 {'、'.join(erased)} 步的内容已依法删除，只能核对这一步在、次序没有动过")
    if doubtful := [str(act.link) for act in record.acts if act.doubtful]:
        told.append(f"注意：第 {'、'.join(doubtful)} 步办理时用的手机已经报失，这几步存疑")
    signed_to = max((head.number for head in record.heads), default=0)
    if signed_to < len(record.links):
        told.append(f"第 {signed_to + 1} 步起还没有存证签名")
    return told
