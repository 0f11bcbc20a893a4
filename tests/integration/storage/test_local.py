"""Files: what a crash, a full disk and a curious eye find."""

import os
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backend.storage.errors import ObjectDamaged, StorageUnavailable
from backend.storage.local import LocalStorage
from tests.factories.storage import RING

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)

# Dies by SIGKILL at the moment it is about to do what the first argument names.
DYING_WRITER = """
import asyncio, os, signal, sys
from pathlib import Path
from backend.storage.local import LocalStorage
from tests.factories.storage import RING

def die(event, args):
    if event == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)

storage = LocalStorage(Path(sys.argv[2]), RING)
async def main():
    await storage.put("warm/up", b"x", aad="x")
    sys.addaudithook(die)
    await storage.put("visits/a", b"after" * 1000, aad="x")
asyncio.run(main())
"""

# May write no file longer than 10,000 bytes: a disk that fills up in the middle of an object.
CRAMPED_WRITER = """
import asyncio, resource, sys
from pathlib import Path
from backend.storage.errors import StorageUnavailable
from backend.storage.local import LocalStorage
from tests.factories.storage import RING

resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    asyncio.run(LocalStorage(Path(sys.argv[1]), RING).put("visits/a", b"after" * 10_000, aad="x"))
except StorageUnavailable:
    sys.exit(75)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "objects"


@pytest.fixture
def storage(root: Path) -> LocalStorage:
    return LocalStorage(root, RING)


def files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def spoil(root: Path) -> None:
    """A file where the folder should be."""
    root.write_bytes(b"")


def run(program: str, *arguments: str | Path) -> int:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": str(Path.cwd())}, check=False).returncode


class TestCrash:
    async def test_before_the_rename_leaves_no_half_object(self, storage: LocalStorage, root: Path) -> None:
        assert run(DYING_WRITER, "os.rename", root) == -signal.SIGKILL
        assert not await storage.exists("visits/a")
        assert await storage.get("warm/up", aad="x") == b"x"

    async def test_before_the_rename_leaves_the_former_object(self, storage: LocalStorage, root: Path) -> None:
        await storage.put("visits/a", b"before", aad="x")
        assert run(DYING_WRITER, "os.rename", root) == -signal.SIGKILL
        assert await storage.get("visits/a", aad="x") == b"before"

    async def test_leaves_a_scrap_that_is_swept_later_and_listed_never(self, storage: LocalStorage, root: Path) -> None:
        assert run(DYING_WRITER, "os.rename", root) == -signal.SIGKILL
        now = datetime.now(UTC)
        assert {key async for key in storage.older_than(now + timedelta(hours=1))} == {"warm/up"}
        assert await storage.forget_unfinished(now - timedelta(hours=1)) == 0
        assert await storage.forget_unfinished(now + timedelta(hours=1)) == 1
        assert len(files(root)) == 1

    async def test_while_the_temporary_file_is_made_loses_nothing_either(
        self, storage: LocalStorage, root: Path
    ) -> None:
        assert run(DYING_WRITER, "tempfile.mkstemp", root) == -signal.SIGKILL
        assert not await storage.exists("visits/a")


class TestFaults:
    async def test_a_full_disk_is_told_and_leaves_nothing(self, storage: LocalStorage, root: Path) -> None:
        await storage.put("visits/a", b"before", aad="x")
        assert run(CRAMPED_WRITER, root) == 75
        assert await storage.get("visits/a", aad="x") == b"before"
        assert len(files(root)) == 1

    async def test_a_folder_that_cannot_be_made_is_told(self, root: Path, storage: LocalStorage) -> None:
        spoil(root)
        with pytest.raises(StorageUnavailable):
            await storage.put("a", b"x", aad="x")

    async def test_a_flipped_byte_on_the_disk_is_noticed(self, storage: LocalStorage, root: Path) -> None:
        await storage.put("a", b"photo" * 1000, aad="x")
        (file,) = files(root)
        blob = bytearray(file.read_bytes())
        blob[len(blob) // 2] ^= 1
        file.write_bytes(blob)
        with pytest.raises(ObjectDamaged):
            await storage.get("a", aad="x")

    async def test_a_file_copied_over_another_does_not_open_there(self, storage: LocalStorage, root: Path) -> None:
        await storage.put("a", b"mine", aad="x")
        await storage.put("b", b"yours", aad="x")
        (root / "b.OBJECT").write_bytes((root / "a.OBJECT").read_bytes())
        with pytest.raises(ObjectDamaged):
            await storage.get("b", aad="x")


class TestOnDisk:
    async def test_nothing_readable_lies_there(self, storage: LocalStorage, root: Path) -> None:
        await storage.put("visits/a", b"fingerprint" * 100, aad="elder|77")
        (file,) = files(root)
        assert b"fingerprint" not in file.read_bytes()
        assert b"elder|77" not in file.read_bytes()

    async def test_others_on_the_machine_may_not_look(self, storage: LocalStorage, root: Path) -> None:
        await storage.put("visits/a", b"x", aad="x")
        (file,) = files(root)
        assert [mode(path) for path in (file, file.parent, root)] == [0o600, 0o700, 0o700]

    async def test_age_is_that_of_the_last_put(self, storage: LocalStorage, root: Path) -> None:
        await storage.put("old", b"x", aad="x")
        await storage.put("new", b"x", aad="x")
        os.utime(root / "old.OBJECT", (LONG_AGO.timestamp(), LONG_AGO.timestamp()))
        assert [key async for key in storage.older_than(LONG_AGO + timedelta(days=1))] == ["old"]
        await storage.put("old", b"x", aad="x")
        assert [key async for key in storage.older_than(LONG_AGO + timedelta(days=1))] == []
