"""Drains the outbox and keeps the timetable. Any number of workers may run; leases keep them apart."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from backend.agreements.keeping import Keeping
from backend.agreements.living import Living
from backend.agreements.sealing import Sealer
from backend.audit.heads import drop_anchor
from backend.bootstrap import Services, open_services
from backend.calls.following import follow_calls, nudge_families
from backend.calls.withdrawing import CallEnder
from backend.dossiers.erasing import ObjectEraser, erase_due, erase_passed
from backend.elders.alerting import follow_all, report_key_help
from backend.elders.classifying import reclassify_due
from backend.elders.imports.importer import Importer
from backend.elders.imports.jobs import sweep_imports
from backend.elders.judging import rejudge_due
from backend.elders.rollup import fold
from backend.families.cases import end_due
from backend.families.naming import Naming
from backend.families.rhythm import remind_contacts
from backend.families.talks import raise_talks
from backend.families.whereabouts import ask_due
from backend.incidents.clock import step_due
from backend.kit.clock import shanghai_day
from backend.notifications import telling
from backend.outbox.box import Handler, drain
from backend.profiles.noting import Noting
from backend.screenings import actions as screenings
from backend.settings import Settings
from backend.storage.uploads import sweep_orphans
from backend.visits import opening, replanning
from backend.visits.assigning import Assigning
from backend.visits.quality import NoteMarker, raise_questions
from backend.visits.unread import follow_unread
from backend.volunteers.actions import on_villages_merged

log = structlog.get_logger(__name__)

POLL = timedelta(seconds=1)


def handlers(services: Services) -> Mapping[str, tuple[Handler, ...]]:
    """What happens upon each fact, by topic."""
    settings = services.settings
    sealer = sealer_of(services)
    living = Living(services.kernel, services.evidence)
    eraser = ObjectEraser(services.kernel, services.storage)
    replan, assigning = replanning.on_elder_changed, Assigning(services.kernel)
    ender = CallEnder(services.kernel)
    work: dict[str, tuple[Handler, ...]] = {
        "ElderRegistered": (replan,),
        "ElderFactsChanged": (replan,),
        "TierChanged": (replan, living.on_tier_changed),
        "TaskRaised": (replanning.on_task_raised,),
        "VisitReported": (replan, NoteMarker(services.kernel).on_visit_reported),
        "WeatherVisitsOrdered": (opening.on_weather_visits_ordered,),
        "VolunteerUnpaired": (assigning.on_volunteer_unpaired, ender.on_volunteer_unpaired),
        "AgreementFiled": (sealer.on_filed,),
        "ElderCameBack": (replan,),
        "ElderLeft": (replan, assigning.on_elder_left, ender.on_elder_left, living.on_elder_left),
        "ElderMoved": (replan, assigning.on_elder_moved, living.on_elder_moved),
        "CapacityRecorded": (living.on_capacity_recorded,),
        "WhereaboutsTold": (living.on_whereabouts_told,),
        "VillagesMerged": (
            on_villages_merged,
            screenings.on_villages_merged,
            living.on_villages_merged,
            replanning.on_villages_merged,
            assigning.on_villages_merged,
        ),
        "ConsentWithdrawn": (ender.on_consent_withdrawn,),
        "FileErased": (eraser.on_file_erased,),
        "AuthorizationWithdrawn": (eraser.on_authorization_withdrawn,),
    }
    for topic, tellers in telling.handlers(services.kernel, services.wechat, settings.wechat).items():
        work[topic] = (*work.get(topic, ()), *tellers)
    return work


def sealer_of(services: Services) -> Sealer:
    """The sealer of this process."""
    return Sealer(
        kernel=services.kernel,
        storage=services.storage,
        evidence=services.evidence,
        font=services.settings.documents.font,
        public_url=services.settings.public_url,
        timestamps=services.timestamps,
        committees=services.committees,
    )


@dataclass
class Job:
    """Something done every so often; `last` is when, in this process."""

    name: str
    every: timedelta
    do: Callable[[], Awaitable[object]]
    last: datetime | None = None

    async def run_if_due(self, now: datetime) -> None:
        """One failing job does not stop the others."""
        if self.last and now - self.last < self.every:
            return
        self.last = now
        try:
            await self.do()
        except Exception as error:
            log.error("job_failed", job=self.name, error=type(error).__name__)


def timetable(services: Services) -> list[Job]:
    """The recurring work."""
    kernel = services.kernel
    keeping = Keeping(kernel, services.evidence)

    async def doubt() -> None:
        await telling.doubt_interrupted(kernel)

    async def sweep() -> None:
        yesterday = kernel.clock.now() - timedelta(days=1)
        await services.storage.forget_unfinished(yesterday)
        await sweep_orphans(services.storage, yesterday)
        await sweep_imports(kernel, services.storage)

    async def reclassify() -> None:
        await reclassify_due(kernel, shanghai_day(kernel.clock.now()))

    async def ask_whereabouts() -> None:
        await ask_due(kernel)

    async def erase() -> None:
        await erase_due(kernel, shanghai_day(kernel.clock.now()))

    async def follow() -> None:
        await follow_all(kernel, shanghai_day(kernel.clock.now()))

    async def screen() -> None:
        await screenings.open_seasonal(kernel, shanghai_day(kernel.clock.now()))

    async def rejudge() -> None:
        await rejudge_due(kernel, shanghai_day(kernel.clock.now()))

    return [
        Job("anchor", timedelta(hours=1), lambda: drop_anchor(kernel, services.evidence)),
        Job("seal_what_is_left", timedelta(minutes=10), sealer_of(services).seal_what_is_left),
        Job("doubt_interrupted", telling.LOST_AFTER, doubt),
        Job("erase_passed", timedelta(days=1), lambda: erase_passed(kernel.clock.now())),
        Job("sweep_objects", timedelta(days=1), sweep),
        Job("reclassify_due", timedelta(hours=1), reclassify),
        Job("ask_whereabouts", timedelta(hours=6), ask_whereabouts),
        Job("remind_contacts", timedelta(hours=6), lambda: remind_contacts(kernel)),
        Job("raise_talks", timedelta(hours=1), lambda: raise_talks(kernel)),
        Job("follow_unread", timedelta(hours=6), lambda: follow_unread(kernel)),
        Job("follow_calls", timedelta(minutes=1), lambda: follow_calls(kernel)),
        Job("nudge_families", timedelta(hours=6), lambda: nudge_families(kernel)),
        Job("end_duty_cases", timedelta(hours=1), lambda: end_due(kernel)),
        Job("erase_due", timedelta(days=1), erase),
        Job("follow_alerts", timedelta(days=1), follow),
        Job("open_screenings", timedelta(hours=1), screen),
        Job("report_key_help", timedelta(hours=1), lambda: report_key_help(kernel)),
        Job("rejudge_due", timedelta(hours=1), rejudge),
        Job("follow_agreements", timedelta(hours=1), keeping.follow_calendar),
        Job("remind_of_agreements", timedelta(hours=6), keeping.remind_due),
        Job("open_occasions", timedelta(hours=3), lambda: opening.open_by_calendar(kernel)),
        Job("replan_visits", timedelta(hours=6), lambda: replanning.replan_changed(kernel)),
        Job("ask_about_quality", timedelta(hours=6), lambda: raise_questions(kernel)),
        Job("fold_counts", timedelta(minutes=1), fold),
    ]


async def run(services: Services, stop: asyncio.Event) -> None:
    """Work until `stop` is set; what was claimed is finished first, an import under way is left for the next worker."""
    beside = [asyncio.create_task(work(services, stop)) for work in (_run_imports, _run_incidents)]
    try:
        await _run_outbox(services, stop)
    finally:
        for each in beside:
            each.cancel()
        await asyncio.wait(beside)


async def _run_outbox(services: Services, stop: asyncio.Event) -> None:
    work, jobs = handlers(services), timetable(services)
    while not stop.is_set():
        handled = 0
        try:
            handled = await drain(services.kernel, work)
            for job in jobs:
                await job.run_if_due(services.kernel.clock.now())
        except Exception as error:
            log.error("worker_round_failed", error=type(error).__name__)
        if not handled:
            await _pause(stop)


async def _run_imports(services: Services, stop: asyncio.Event) -> None:
    importer = Importer(services.kernel, services.storage, Naming(services.kernel), Noting(services.kernel))
    while not stop.is_set():
        worked = False
        try:
            worked = await importer.work()
        except Exception as error:
            log.error("import_round_failed", error=type(error).__name__)
        if not worked:
            await _pause(stop)


async def _run_incidents(services: Services, stop: asyncio.Event) -> None:
    """Beside the outbox, whose round may be long: who has not answered is passed over within a second."""
    while not stop.is_set():
        stepped = 0
        try:
            stepped = await step_due(services.kernel)
        except Exception as error:
            log.error("incident_round_failed", error=type(error).__name__)
        if not stepped:
            await _pause(stop)


async def _pause(stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), POLL.total_seconds())
    except TimeoutError:
        return


async def _main() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    async with open_services(Settings.read()) as services:
        await run(services, stop)


if __name__ == "__main__":
    asyncio.run(_main())
