"""The evidence bundle as a file: one ZIP with a signed list of what is in it. Written small, read with distrust.

manifest.json          what is in it: names, sizes, SHA-256
manifest.sig           the evidence key's signature over the manifest
summary.html           who did what, when and how, to be read by people
agreement.pdf          the sealed paper
text.txt               the agreed text, whose hash the acts name
record.json            the chain, the signed heads and the acts (`record.Record`)
certificates.pem       the platform's; whoever checks trusts a copy got elsewhere
pictures/<sha256>.jpg  handwriting, fingerprints, photographs
"""

import hashlib
import re
import zlib
from collections.abc import Callable, Sequence
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec

from backend.evidence.errors import BundleRefused

FORMAT = "cloud-reunion evidence bundle 1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
PDF, TEXT, RECORD, SUMMARY, CERTIFICATES = (
    "agreement.pdf",
    "text.txt",
    "record.json",
    "summary.html",
    "certificates.pem",
)
PARTS = frozenset({PDF, TEXT, RECORD, SUMMARY, CERTIFICATES})

LARGEST = 32 * 1024 * 1024
"""Bytes of one file, unpacked."""
ALL_TOGETHER = 256 * 1024 * 1024
MOST_FILES = 500
_PICTURE = re.compile(r"pictures/([0-9a-f]{64})\.jpg")
# The same content gives the same bytes, whenever it is written.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the bundle."""

    name: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the bundle but itself and its signature."""

    format: str
    agreement: str
    number: str
    files: list[Listed]


def signed_words(manifest: bytes) -> bytes:
    """The bytes that are signed for a manifest."""
    return FORMAT.encode() + b"\n" + manifest


def picture_name(sha256: str) -> str:
    return f"pictures/{sha256}.jpg"


class BundleWriter:
    """Writes one file after the other, so that no more than one is in memory."""

    def __init__(self, target: IO[bytes]) -> None:
        self._zip = ZipFile(target, "w")
        self._listed: list[Listed] = []

    def add(self, name: str, data: bytes) -> None:
        self._write(name, data)
        self._listed.append(Listed(name, len(data), hashlib.sha256(data).hexdigest()))

    def close(self, agreement: str, number: str, sign: Callable[[bytes], bytes]) -> None:
        """The signed list at the end."""
        manifest = msgspec.json.format(msgspec.json.encode(Manifest(FORMAT, agreement, number, self._listed)))
        self._write(MANIFEST, manifest)
        self._write(SIGNATURE, sign(signed_words(manifest)))
        self._zip.close()

    def _write(self, name: str, data: bytes) -> None:
        info = ZipInfo(name, _NO_TIME)
        info.compress_type = ZIP_STORED if name.endswith((".jpg", ".pdf")) else ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, data)


class Bundle:
    """A bundle that is safe to read: known names alone, none twice, none larger than allowed. Nothing is unpacked."""

    def __init__(self, file: IO[bytes]) -> None:
        """Raises BundleRefused."""
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, ValueError, OSError, RuntimeError):
            raise BundleRefused("这不是存证包：文件打不开") from None
        entries = self._zip.infolist()
        _check_entries(entries)
        self.names = frozenset(entry.filename for entry in entries)
        self.manifest_bytes = self.read(MANIFEST)
        try:
            self.manifest = msgspec.json.decode(self.manifest_bytes, type=Manifest)
        except (msgspec.DecodeError, msgspec.ValidationError):
            raise BundleRefused("这不是存证包：清单读不懂") from None
        if self.manifest.format != FORMAT:
            raise BundleRefused("这个存证包的格式，本程序不认识")

    @property
    def pictures(self) -> frozenset[str]:
        """SHA-256 of the pictures, as their names have it."""
        return frozenset(match[1] for name in self.names if (match := _PICTURE.fullmatch(name)))

    def read(self, name: str) -> bytes:
        """One file, whole. Raises BundleRefused."""
        try:
            with self._zip.open(name) as part:
                data = part.read(LARGEST + 1)
        except (BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError):
            raise BundleRefused(f"存证包里的 {name} 读不出来，已经损坏") from None
        if len(data) > LARGEST:
            raise BundleRefused(f"存证包里的 {name} 太大")
        return data


def _check_entries(entries: Sequence[ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > MOST_FILES or sum(entry.file_size for entry in entries) > ALL_TOGETHER:
        raise BundleRefused("存证包太大，不予打开")
    for entry in entries:
        known = entry.filename in PARTS | {MANIFEST, SIGNATURE} or _PICTURE.fullmatch(entry.filename)
        if not known:
            raise BundleRefused(f"存证包里有不该有的文件：{entry.filename[:60]!r}")
        if entry.file_size > LARGEST:
            raise BundleRefused(f"存证包里的 {entry.filename} 太大，不予打开")
        if entry.flag_bits & 0x1:
            raise BundleRefused(f"存证包里的 {entry.filename} 加了密，不予打开")
    if len(set(names)) != len(names):
        raise BundleRefused("存证包里有重名的文件")
    if missing := sorted((PARTS | {MANIFEST, SIGNATURE}) - set(names)):
        raise BundleRefused(f"存证包不完整，缺少：{'、'.join(missing)}")
