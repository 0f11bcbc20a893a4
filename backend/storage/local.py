"""Objects as files under one folder: written beside, synced, renamed into place."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from backend.kit.secrets import KeyRing
from backend.storage.envelope import unwrap, wrap
from backend.storage.errors import ObjectMissing, StorageUnavailable
from backend.storage.port import checked_key

# No key holds capitals, so an object is never taken for another's folder, nor for a half-written file.
_SUFFIX = ".OBJECT"
_UNFINISHED = "UNFINISHED"


class LocalStorage:
    """A `Storage` in the folder `root`, which is made when absent. Several processes may share it."""

    def __init__(self, root: Path, ring: KeyRing) -> None:
        self._root = root
        self._ring = ring

    async def put(self, key: str, data: bytes, *, aad: str) -> None:
        path = self._path(key)
        await asyncio.to_thread(lambda: self._write(path, wrap(self._ring, data, key=key, aad=aad)))

    async def get(self, key: str, *, aad: str) -> bytes:
        path = self._path(key)
        return await asyncio.to_thread(lambda: unwrap(self._ring, _read(path), key=key, aad=aad))

    async def delete(self, key: str) -> None:
        await asyncio.to_thread(_remove, self._path(key))

    async def exists(self, key: str) -> bool:
        return await asyncio.to_thread(self._path(key).is_file)

    async def older_than(self, moment: datetime, *, prefix: str = "") -> AsyncIterator[str]:
        folder = self._root / checked_key(prefix) if prefix else self._root
        for path in await asyncio.to_thread(_older, folder, moment, f"*{_SUFFIX}"):
            yield path.relative_to(self._root).as_posix().removesuffix(_SUFFIX)

    async def forget_unfinished(self, before: datetime) -> int:
        def sweep() -> int:
            left = _older(self._root / _UNFINISHED, before, "*")
            for path in left:
                _remove(path)
            return len(left)

        return await asyncio.to_thread(sweep)

    def _path(self, key: str) -> Path:
        return self._root / (checked_key(key) + _SUFFIX)

    def _write(self, path: Path, blob: bytes) -> None:
        with _disk_faults():
            unfinished = _folder(self._root / _UNFINISHED)
            folder = _folder(path.parent)
            handle, temporary = tempfile.mkstemp(dir=unfinished)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(blob)
                    file.flush()
                    os.fsync(file.fileno())
                os.rename(temporary, path)
            except BaseException:
                _remove(Path(temporary))
                raise
            _sync_folder(folder)


def _read(path: Path) -> bytes:
    with _disk_faults():
        try:
            return path.read_bytes()
        except FileNotFoundError:
            raise ObjectMissing from None


def _remove(path: Path) -> None:
    with _disk_faults():
        path.unlink(missing_ok=True)


def _older(folder: Path, moment: datetime, pattern: str) -> list[Path]:
    with _disk_faults():
        return [path for path in folder.rglob(pattern) if _is_older(path, moment)]


def _is_older(path: Path, moment: datetime) -> bool:
    try:
        return path.is_file() and datetime.fromtimestamp(path.stat().st_mtime, UTC) < moment
    except FileNotFoundError:
        return False


def _folder(path: Path) -> Path:
    """`path`, made durably when it is new."""
    if not path.is_dir():
        _folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(path.parent)
    return path


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _disk_faults() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageUnavailable(error.strerror) from error
