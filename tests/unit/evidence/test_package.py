"""An evidence bundle from anywhere is read with distrust; checking one takes nothing of our servers."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from backend.evidence import package
from backend.evidence.errors import BundleRefused
from backend.evidence.package import Bundle, BundleWriter
from backend.evidence.verdict import certificates_of, check_bundle
from tests.factories.evidence import evidence_key

PICTURE = b"a picture"
# What the offline check has no need of, and a machine without our servers may not have.
SERVERS = {"tortoise", "asyncpg", "aiosqlite", "redis", "sanic", "wechatpy", "aiortc"}


def parts() -> dict[str, bytes]:
    """A bundle that is whole as a file, about nothing."""
    target = io.BytesIO()
    writer = BundleWriter(target)
    for name in sorted(package.PARTS):
        writer.add(name, name.encode())
    writer.close("id", "number", evidence_key().sign)
    with ZipFile(target) as made:
        return {name: made.read(name) for name in made.namelist()}


def packed(files: dict[str, bytes]) -> io.BytesIO:
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return target


def declaring(size: int) -> io.BytesIO:
    """One part that says it is larger than it is."""
    target = packed(parts())
    data = bytearray(target.getvalue())
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(package.TEXT.encode()))
    data[entry + 24 : entry + 28] = size.to_bytes(4, "little")
    return io.BytesIO(bytes(data))


def doubled() -> io.BytesIO:
    target = packed(parts())
    with ZipFile(target, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr(ZipInfo(package.TEXT), b"another")
    return target


OTHER_FORMAT = {"format": "cloud-reunion evidence bundle 9", "agreement": "", "number": "", "files": []}
HOSTILE: dict[str, tuple[Callable[[], io.BytesIO], str]] = {
    "no zip at all": (lambda: io.BytesIO(b"PK\x03\x04 nothing"), "这不是存证包"),
    "an empty file": (lambda: io.BytesIO(b""), "这不是存证包"),
    "a path out of the folder": (lambda: packed({**parts(), "../evil.txt": b"x"}), "不该有的文件"),
    "a path from the root": (lambda: packed({**parts(), "/etc/passwd": b"x"}), "不该有的文件"),
    "a foreign file": (lambda: packed({**parts(), "notes.txt": b"x"}), "不该有的文件"),
    "a picture by a false name": (lambda: packed({**parts(), "pictures/../../x.jpg": b"x"}), "不该有的文件"),
    "a picture that is not listed": (
        lambda: packed({**parts(), package.picture_name("0" * 64): PICTURE}),
        "和清单对不上",
    ),
    "a missing part": (lambda: packed({name: data for name, data in parts().items() if name != package.TEXT}), "缺少"),
    "no manifest": (lambda: packed({name: data for name, data in parts().items() if "manifest" not in name}), "缺少"),
    "a name that stands there twice": (doubled, "重名"),
    "a bomb": (lambda: packed({**parts(), package.TEXT: bytes(package.LARGEST + 1)}), "太大"),
    "one that says it is huge": (lambda: declaring(0xFFFFFFF0), "太大"),
    "one that says it is smaller than it is": (lambda: declaring(1), "损坏|对不上"),
    "many large ones": (
        lambda: packed(parts() | {package.picture_name(f"{n:064x}"): bytes(package.LARGEST) for n in range(9)}),
        "存证包太大",
    ),
    "too many": (
        lambda: packed(parts() | {package.picture_name(f"{n:064x}"): b"" for n in range(package.MOST_FILES)}),
        "存证包太大",
    ),
    "a manifest that is no list": (lambda: packed({**parts(), package.MANIFEST: b"[]"}), "清单读不懂"),
    "a manifest of another format": (
        lambda: packed({**parts(), package.MANIFEST: json.dumps(OTHER_FORMAT).encode()}),
        "格式",
    ),
}


class TestBundle:
    @pytest.mark.parametrize("what", HOSTILE)
    def test_that_is_none_or_does_harm_is_refused_in_words(self, what: str) -> None:
        make, words = HOSTILE[what]
        with pytest.raises(BundleRefused, match=words):
            check_bundle(make(), certificates_of([evidence_key().certificate_pem]))

    def test_is_refused_when_a_part_is_not_the_one_listed(self) -> None:
        with pytest.raises(BundleRefused, match=r"text\.txt 被改过"):
            check_bundle(packed({**parts(), package.TEXT: b"TEXT.txt"}), [evidence_key().certificate_pem])

    def test_with_a_list_somebody_else_signed_is_not_ours(self) -> None:
        verdict = check_bundle(packed({**parts(), package.SIGNATURE: b"0"}), [evidence_key().certificate_pem])
        assert "清单的存证签名不对" in (verdict.wrong or "")

    def test_is_small_and_the_same_each_time(self) -> None:
        assert parts() == parts()
        assert Bundle(packed(parts())).manifest.number == "number"

    def test_needs_certificates_that_can_be_read(self) -> None:
        with pytest.raises(BundleRefused, match="证书读不懂"):
            certificates_of([b"-----BEGIN"])


def test_the_offline_check_loads_nothing_of_our_servers() -> None:
    program = "import backend.evidence.__main__, backend.documents.seal, sys; print(*sys.modules)"
    modules = set(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout.split())
    assert "backend.evidence.verdict" in modules
    assert not {name.partition(".")[0] for name in modules} & SERVERS
    assert not {"backend.db", "backend.settings", "backend.audit.models"} & modules
