"""Who is to be told, and the names their messages need. Read for messages alone: no screen asks here."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.accounts.queries import accounts_of_division, accounts_tied
from backend.accounts.roles import Role
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import fetch, fetch_one
from backend.families.queries import confirmed_accounts
from backend.families.rules import Duty
from backend.visits.sharing import tells_family


class ElderNamed(msgspec.Struct, frozen=True):
    """The elder a message is about."""

    name: str
    village_id: UUID


class CallStory(msgspec.Struct, frozen=True):
    """A call, as messages tell it. `times` is a JSON list."""

    elder: str
    state: str
    proposer: str
    times: str
    host_id: UUID | None
    host: str | None
    starts_at: datetime | None
    talk_seconds: int


class VisitStory(msgspec.Struct, frozen=True):
    """A visit, without a word of what was found."""

    visitor: str
    visited_at: datetime


class PlaceStory(msgspec.Struct, frozen=True):
    """A place in a family, claimed."""

    account_id: UUID
    name: str
    relation: str


class CaseStory(msgspec.Struct, frozen=True):
    """Whom a duty-breach case is about, who may have no account, and the township above."""

    account_id: UUID | None
    township_id: UUID


class VolunteerStory(msgspec.Struct, frozen=True):
    """A volunteer in a village."""

    account_id: UUID
    name: str


class CorrectionStory(msgspec.Struct, frozen=True):
    """A request for correction, without a word of what is wrong."""

    asked_by: UUID
    asker: str
    state: str


async def elder_named(elder_id: UUID) -> ElderNamed | None:
    return await fetch_one(ElderNamed, "SELECT e.name, e.village_id FROM elders e WHERE e.id = $1", elder_id)


async def call_story(call_id: UUID) -> CallStory | None:
    return await fetch_one(CallStory, _CALL, call_id)


_CALL = """
SELECT e.name AS elder, c.state, p.name AS proposer, c.times, c.host_id, h.name AS host, c.starts_at, c.talk_seconds
FROM calls c JOIN elders e ON e.id = c.elder_id JOIN accounts p ON p.id = c.proposed_by
LEFT JOIN accounts h ON h.id = c.host_id WHERE c.id = $1
"""


async def visit_story(report_id: UUID) -> VisitStory | None:
    return await fetch_one(VisitStory, _VISIT, report_id)


_VISIT = """
SELECT a.name AS visitor, r.visited_at FROM visit_reports r JOIN accounts a ON a.id = r.visitor_id WHERE r.id = $1
"""


class _Found(msgspec.Struct, frozen=True):
    health: str
    economy: str
    family_duty: str
    safety: str
    needs: str


async def told_of_visit(elder_id: UUID, report_id: UUID) -> bool:
    """Whether the family would find anything in a report."""
    found = await fetch_one(_Found, _FOUND, report_id)
    refused = await refused_by(Whose.ELDER, elder_id)
    return found is not None and tells_family(refused, msgspec.structs.asdict(found))


_FOUND = "SELECT r.health, r.economy, r.family_duty, r.safety, r.needs FROM visit_reports r WHERE r.id = $1"


async def visited_by(report_id: UUID, elder_id: UUID, village_id: UUID, today: date) -> UUID | None:
    """Who wrote the report, as long as that account still looks after the elder."""
    found = await fetch_one(AccountRow, "SELECT visitor_id AS account_id FROM visit_reports WHERE id = $1", report_id)
    tied = await accounts_tied(elder_id, (Role.VOLUNTEER, Role.CAREGIVER), today)
    around = {*tied, *await committee(village_id, today)}
    return found.account_id if found is not None and found.account_id in around else None


async def place_story(family_member_id: UUID) -> PlaceStory | None:
    return await fetch_one(PlaceStory, _PLACE, family_member_id)


_PLACE = """
SELECT f.account_id, f.name, f.relation FROM family_members f
WHERE f.id = $1 AND f.account_id IS NOT NULL AND f.ended_at IS NULL
"""


async def case_story(case_id: UUID) -> CaseStory | None:
    """None before the supporter was warned: nobody is told of what may come to nothing."""
    return await fetch_one(CaseStory, _CASE, case_id)


_CASE = """
SELECT f.account_id, d.parent_id AS township_id FROM duty_cases c JOIN family_members f ON f.id = c.member_id
JOIN elders e ON e.id = c.elder_id JOIN divisions d ON d.id = e.village_id
WHERE c.id = $1 AND c.warned_on IS NOT NULL AND d.parent_id IS NOT NULL
"""


async def volunteer_story(volunteer_id: UUID) -> VolunteerStory | None:
    return await fetch_one(VolunteerStory, _VOLUNTEER, volunteer_id)


_VOLUNTEER = """
SELECT v.account_id, a.name FROM volunteers v JOIN accounts a ON a.id = v.account_id WHERE v.id = $1
"""


async def correction_story(correction_id: UUID) -> CorrectionStory | None:
    return await fetch_one(CorrectionStory, _CORRECTION, correction_id)


_CORRECTION = """
SELECT c.asked_by, a.name AS asker, c.state FROM corrections c JOIN accounts a ON a.id = c.asked_by WHERE c.id = $1
"""


class AccountRow(msgspec.Struct, frozen=True):
    """One who is told."""

    account_id: UUID


async def caregivers_of(agreement_id: UUID) -> list[UUID]:
    """The caregivers an agreement names, once they have an account."""
    rows = await fetch(AccountRow, _PARTIES.format(role="p.role = 'caregiver'"), agreement_id)
    return [row.account_id for row in rows]


async def parties_of(agreement_id: UUID) -> list[UUID]:
    """Everybody an agreement names, and whoever has joined it."""
    return [row.account_id for row in await fetch(AccountRow, _PARTIES.format(role="1 = 1"), agreement_id)]


_PARTIES = """
SELECT f.account_id FROM parties p JOIN family_members f ON f.id = p.member_id
WHERE p.agreement_id = $1 AND {role} AND f.account_id IS NOT NULL AND f.ended_at IS NULL ORDER BY p.place
"""


async def supporters(elder_id: UUID) -> list[UUID]:
    """The elder's confirmed supporters."""
    return await confirmed_accounts(elder_id, Duty.SUPPORTER)


async def committee(village_id: UUID, today: date) -> list[UUID]:
    """The village's committee."""
    return await accounts_of_division(village_id, (Role.COMMITTEE,), today)


async def near(elder_id: UUID, village_id: UUID, today: date) -> list[UUID]:
    """Who can go to the elder's home: the volunteers tied to the elder, or the committee where there are none."""
    return await accounts_tied(elder_id, (Role.VOLUNTEER,), today) or await committee(village_id, today)


async def visitors(elder_id: UUID, today: date) -> list[UUID]:
    """The volunteers tied to the elder."""
    return await accounts_tied(elder_id, (Role.VOLUNTEER,), today)


async def asked(whom: str, elder_id: UUID, agreement_id: UUID, today: date) -> list[UUID]:
    """Those an Asked stands for."""
    if whom == "supporters":
        return await supporters(elder_id)
    return await (caregivers_of(agreement_id) if whom == "caregiver" else visitors(elder_id, today))


class TaskStory(msgspec.Struct, frozen=True):
    """An open task about an elder, and which place it waits for now."""

    elder: str
    division_id: UUID
    due_at: datetime


async def task_story(task_id: UUID) -> TaskStory | None:
    """None when it is settled: nobody is asked to do what is done."""
    return await fetch_one(TaskStory, _TASK, task_id)


_TASK = """
SELECT e.name AS elder, t.division_id, t.due_at FROM tasks t JOIN elders e ON e.id = t.subject_id
WHERE t.id = $1 AND t.settled_at IS NULL
"""


class ReportStory(msgspec.Struct, frozen=True):
    """What a village's key help list grew by, and the township that hears of it."""

    village: str
    township_id: UUID
    elders: int


async def report_story(village_id: UUID, report_id: UUID) -> ReportStory | None:
    return await fetch_one(ReportStory, _REPORT, village_id, report_id)


_REPORT = """
SELECT d.name AS village, d.parent_id AS township_id,
  (SELECT COUNT(*) FROM alerts a WHERE a.report_id = $2) AS elders
FROM divisions d WHERE d.id = $1 AND d.parent_id IS NOT NULL
"""


async def township(division_id: UUID, today: date) -> list[UUID]:
    """The township's office."""
    return await accounts_of_division(division_id, (Role.TOWNSHIP,), today)


class CampaignStory(msgspec.Struct, frozen=True):
    """A screening."""

    name: str
    division_id: UUID
    ends_on: date


async def campaign_story(campaign_id: UUID) -> CampaignStory | None:
    return await fetch_one(
        CampaignStory, "SELECT name, division_id, ends_on FROM screening_campaigns WHERE id = $1", campaign_id
    )


async def committees_under(division_id: UUID, today: date) -> list[UUID]:
    """The committees of every village under a place."""
    rows = await fetch(AccountRow, _COMMITTEES, division_id, Role.COMMITTEE, today)
    return [row.account_id for row in rows]


_COMMITTEES = """
SELECT DISTINCT m.account_id FROM memberships m JOIN division_spans s ON s.descendant_id = m.division_id
WHERE s.ancestor_id = $1 AND s.starts_on <= $3 AND (s.ends_on IS NULL OR s.ends_on > $3)
  AND m.role = $2 AND m.starts_on <= $3 AND (m.ends_on IS NULL OR m.ends_on > $3)
"""


class ElderLiving(msgspec.Struct, frozen=True):
    """An elder who has not died; `left`: off the register."""

    name: str
    village_id: UUID
    left: bool


async def elder_living(elder_id: UUID) -> ElderLiving | None:
    return await fetch_one(ElderLiving, _LIVING, elder_id)


_LIVING = """
SELECT e.name, e.village_id, e.left_on IS NOT NULL AS "left" FROM elders e
WHERE e.id = $1 AND (e.left_reason IS NULL OR e.left_reason <> 'died')
"""


async def unsigned(agreement_id: UUID) -> list[UUID]:
    """Who was asked to sign the present text and has not."""
    return [row.account_id for row in await fetch(AccountRow, _UNSIGNED, agreement_id)]


_UNSIGNED = """
SELECT f.account_id FROM parties p JOIN family_members f ON f.id = p.member_id
WHERE p.agreement_id = $1 AND p.asked AND f.account_id IS NOT NULL AND f.ended_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM acts t WHERE t.agreement_id = p.agreement_id AND NOT t.void AND t.account_id = f.account_id
    AND t.kind = CASE WHEN p.role = 'caregiver' THEN 'accept' ELSE 'sign' END) ORDER BY p.place
"""


async def drafter(agreement_id: UUID) -> UUID:
    """Who wrote an agreement's first text."""
    [row] = await fetch(AccountRow, "SELECT drafted_by AS account_id FROM agreements WHERE id = $1", agreement_id)
    return row.account_id


class _Over(msgspec.Struct, frozen=True):
    parent_id: UUID | None


async def township_over(village_id: UUID, today: date) -> list[UUID]:
    """The office of the township a village belongs to."""
    found = await fetch_one(_Over, "SELECT parent_id FROM divisions WHERE id = $1", village_id)
    return await township(found.parent_id, today) if found and found.parent_id else []


async def coming(call_id: UUID, elder_id: UUID) -> list[UUID]:
    """The elder's children but for those who said that they do not come to this call."""
    rows = await fetch(AccountRow, "SELECT account_id FROM call_guests WHERE call_id = $1 AND NOT coming", call_id)
    away = {row.account_id for row in rows}
    return [each for each in await supporters(elder_id) if each not in away]
