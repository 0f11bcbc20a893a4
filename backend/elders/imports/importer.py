"""The worker's part of an import: check the file dry, and when a person has said so, store all of it or nothing.

It runs beside the outbox's dispatcher, not in it: a file takes longer than a lease, and whoever waits for a message
must not wait for a register. What it does next stands in the import's state, so that a killed worker's import is begun
again by the next one; a lock that ends with its holder keeps several workers apart.
"""

from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import msgspec
import structlog

from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.audit.trail import Actor, Subject, record
from backend.db import IntegrityError, fetch, on_postgres, transaction
from backend.divisions.queries import divisions
from backend.divisions.scope import Level, Scope
from backend.elders.errors import ImportFailed, ImportFileMissing
from backend.elders.imports.entries import ElderEntry
from backend.elders.imports.jobs import ABOUT_THE_FILE, MOST_PROBLEMS
from backend.elders.imports.progress import Progress, reported
from backend.elders.imports.reader import Batch, batches
from backend.elders.imports.rows import Problem
from backend.elders.imports.storing import Storing, store_batch
from backend.elders.imports.vetting import Judge, Notes, Plan, Supporters
from backend.elders.imports.villages import Villages
from backend.elders.models import ImportProblem, RegisterImport
from backend.elders.rules import ImportState
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.storage.errors import ObjectDamaged, ObjectMissing, StorageUnavailable
from backend.storage.port import Storage

log = structlog.get_logger(__name__)

PACE = timedelta(seconds=2)
"""Between the facts of one batch and of the next: what happens meanwhile is told in between."""
TRIES = 5


class NotAsChecked(Exception):
    """Since the dry run the register has changed, and a row can no longer be taken."""


@dataclass
class Found:
    """What a dry run found out."""

    listed: list[Problem] = field(default_factory=list)
    problems: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    without_phone: int = 0
    unkept: set[str] = field(default_factory=set)
    ignored: tuple[str, ...] = ()

    def note(self, problems: Sequence[Problem], plans: Sequence[Plan]) -> None:
        self.problems += len(problems)
        self.listed.extend(problems[: max(MOST_PROBLEMS - len(self.listed), 0)])
        for plan in plans:
            self.added += plan.known is None
            self.changed += plan.is_change
            self.unchanged += plan.known is not None and not plan.is_change
            self.without_phone += sum(each.phone is None for each in plan.entry.supporters)
            self.unkept |= _unkept(plan.entry)

    def remarks(self) -> list[Problem]:
        """What else there is to know, none of it in the way: what the file tells and the register has no place for."""
        said = [Problem(ABOUT_THE_FILE, title, "不认识这一列，没有读") for title in self.ignored]
        said += [Problem(ABOUT_THE_FILE, title, "档案里还没有地方放，没有存") for title in sorted(self.unkept)]
        if self.without_phone:
            sentence = f"有 {self.without_phone} 位赡养人没有电话，没有登入家人名单"
            said.append(Problem(ABOUT_THE_FILE, "赡养人电话", sentence))
        return said


def _unkept(entry: ElderEntry) -> set[str]:
    """What the entry tells and the register has no place for."""
    alone = bool(entry.contact_name) != bool(entry.contact_phone)
    return {"只有姓名或只有电话的紧急联系人"} if alone else set()


@dataclass
class Importer:
    """Does what imports wait for, one at a time."""

    kernel: Kernel
    storage: Storage
    supporters: Supporters
    notes: Notes
    failures: Counter[UUID] = field(default_factory=Counter)

    async def work(self) -> bool:
        """Do what the oldest import waits for that no other worker is at; False when there is none."""
        waiting = RegisterImport.filter(state__in=(ImportState.CHECKING, ImportState.STORING))
        for each in await waiting.order_by("asked_at").limit(20):
            if await self._try(each.id):
                return True
        return False

    async def _try(self, import_id: UUID) -> bool:
        """Whether something was done. A file that fails again and again is refused; storage may be away for long."""
        try:
            async with reported(import_id) as progress, _alone(import_id) as alone:
                done = alone and await self._do(import_id, progress)
        except NotAsChecked:
            await _begin_again(import_id)
            return True
        except StorageUnavailable:
            return False
        except Exception as error:
            self.failures[import_id] += 1
            log.warning("import_failed", register_import=str(import_id), error=type(error).__name__)
            if self.failures[import_id] >= TRIES:
                await self._refuse(import_id, ImportFailed.code)
            return False
        if done:
            await self._drop_file(import_id)
        return done

    async def _do(self, import_id: UUID, progress: Progress) -> bool:
        found = await RegisterImport.get(id=import_id)
        if found.state is ImportState.CHECKING:
            await self._check(found, progress)
        elif found.state is ImportState.STORING:
            await self._store(found, progress)
        else:
            return False
        return True

    async def _check(self, asked: RegisterImport, progress: Progress) -> None:
        judge, found, last = await self._judge(asked), Found(), Batch()
        try:
            async with aclosing(self._batches(asked)) as read:
                async for batch in read:
                    plans, problems = await judge.judge(batch.candidates)
                    found.note([*batch.problems, *problems], plans)
                    found.ignored += batch.ignored
                    progress.at(batch.rows_read, batch.rows_at_most)
                    last = batch
        except (ObjectMissing, ObjectDamaged):
            last = Batch(refusal=ImportFileMissing.code)
        await progress.end()
        if last.refusal:
            await self._refuse(asked.id, last.refusal)
        else:
            await _conclude(asked.id, found, last)

    async def _store(self, asked: RegisterImport, progress: Progress) -> None:
        """Everything in one transaction. Raises NotAsChecked, IntegrityError, and nothing is stored."""
        async with transaction():
            if not await RegisterImport.exists(id=asked.id, state=ImportState.STORING):
                return
            storing = await self._storing(asked)
            judge, found, last, due_at = await self._judge(asked, locks=True), Found(), Batch(), storing.now
            try:
                async with aclosing(self._batches(asked)) as read:
                    async for batch in read:
                        plans, problems = await judge.judge(batch.candidates)
                        if batch.problems or problems or batch.refusal:
                            raise NotAsChecked
                        found.note((), plans)
                        if plans:
                            await store_batch(storing, plans, due_at=due_at)
                            due_at += PACE
                        if on_postgres():
                            progress.at(batch.rows_read, batch.rows_at_most)
                        last = batch
            except (ObjectMissing, ObjectDamaged):
                raise NotAsChecked from None
            except IntegrityError:
                # Somebody entered one of them at the same moment.
                raise NotAsChecked from None
            if on_postgres():
                await progress.end()
            await _conclude_stored(storing, found, last)

    async def _storing(self, asked: RegisterImport) -> Storing:
        said = AuditEvent.filter(subject_id=asked.id, tag=Tag.IMPORT_CONFIRMED).order_by("-number")
        event, now = await said.first(), self.kernel.clock.now()
        assert event is not None, "an import is stored because a person said so"
        by = Actor(event.actor_id, event.role)
        return Storing(self.kernel, self.supporters, self.notes, asked.id, by, now, shanghai_day(now))

    async def _judge(self, asked: RegisterImport, *, locks: bool = False) -> Judge:
        today = shanghai_day(self.kernel.clock.now())
        places = await divisions(Scope(today, Level.FULL, "import", division=asked.division_id))
        return Judge(self.kernel, Villages(places), self.supporters, self.notes, locks)

    async def _batches(self, asked: RegisterImport) -> AsyncGenerator[Batch]:
        data = await self.storage.get(asked.object_key, aad=asked.object_key)
        today = shanghai_day(self.kernel.clock.now())
        read = batches(data, today)
        del data
        async with aclosing(read):
            async for batch in read:
                yield batch

    async def _refuse(self, import_id: UUID, code: str) -> None:
        open_import = RegisterImport.filter(id=import_id).exclude(state=ImportState.STORED)
        await open_import.update(state=ImportState.REFUSED, refusal=code, finished_at=self.kernel.clock.now())

    async def _drop_file(self, import_id: UUID) -> None:
        """Of an import that is over. After the commit: before it, a crash would leave an import without its file."""
        found = await RegisterImport.get(id=import_id)
        if found.state in (ImportState.STORED, ImportState.REFUSED):
            await self.storage.delete(found.object_key)


async def _conclude(import_id: UUID, found: Found, last: Batch) -> None:
    async with transaction():
        asked = await RegisterImport.filter(id=import_id, state=ImportState.CHECKING).select_for_update().first()
        if asked is None:
            return
        await ImportProblem.filter(import_id=import_id).delete()
        await ImportProblem.bulk_create(
            [
                ImportProblem(import_id=import_id, row=each.row, column=each.column[:40], sentence=each.sentence[:200])
                for each in (*found.remarks(), *found.listed)
            ],
            batch_size=200,
        )
        await _count(import_id, found, last, state=ImportState.CHECKED, problems=found.problems)


async def _conclude_stored(storing: Storing, found: Found, last: Batch) -> None:
    await _count(storing.import_id, found, last, state=ImportState.STORED, finished_at=storing.now)
    figures = {"added": found.added, "changed": found.changed, "unchanged": found.unchanged}
    subject = Subject("import", storing.import_id)
    await record(storing.kernel, subject, Tag.IMPORT_STORED, by=storing.by, **figures)


async def _count(import_id: UUID, found: Found, last: Batch, **more: object) -> None:
    await RegisterImport.filter(id=import_id).update(
        rows_read=last.rows_read,
        rows_at_most=last.rows_at_most,
        added=found.added,
        changed=found.changed,
        unchanged=found.unchanged,
        **more,
    )


async def _begin_again(import_id: UUID) -> None:
    """Back to the dry run, which will say what is wrong now."""
    await RegisterImport.filter(id=import_id, state=ImportState.STORING).update(state=ImportState.CHECKING, rows_read=0)


class _Alone(msgspec.Struct, frozen=True):
    alone: bool


@asynccontextmanager
async def _alone(import_id: UUID) -> AsyncIterator[bool]:
    """Whether no other worker is at this import, until the block ends. SQLite serves one process only."""
    if not on_postgres():
        yield True
        return
    async with transaction():
        [held] = await fetch(
            _Alone, "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS alone", str(import_id)
        )
        yield held.alone
