"""Who sees an incident, as SQL over the alias `i` of incidents and `e` of its elder. The one place that says so.

- Whom it names sees nothing of it, in no list, file, task, message or copy: neither the account named
  nor anybody with a part that is named.
- An office sees it from `first_level` upwards, but for those of a named person's household, who stand together with
  that person on some file: nobody handles what names his own.
- The county sees counts. Yet an incident that has climbed to it has nobody else left: whoever is the county's duty
  holder, or was when it was asked, sees and leads this one incident: its elder by name and address, the telephones of
  those who were told, to ring them, nothing more.
- Those around the elder see that something happened and what is done, not who raised it or in which words; whoever
  raised it sees that too, beside the own words. Harm is shown to children and raiser alone: it may come from anybody
  about the house.
"""

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.divisions.scope import Scope
from backend.families.cases import own
from backend.incidents.offices import LEVEL_OF
from backend.incidents.rules import IncidentLevel

_ALIKE = {
    IncidentLevel.VILLAGE: "i.first_level = 'village'",
    IncidentLevel.TOWNSHIP: "i.first_level IN ('village', 'township')",
}

_SHOWN = {
    **dict.fromkeys((Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY), "{raiser}"),
    **dict.fromkeys((Role.CAREGIVER, Role.VOLUNTEER), "(i.kind <> 'harm' OR {raiser})"),
    Role.SUPPORTER: "1 = 1",
}


def hides_from(account: str) -> str:
    """SQL true where the incident names the account (SQL too), or a part that the account has beside the elder."""
    return f"""EXISTS (SELECT 1 FROM incident_names n WHERE n.incident_id = i.id AND (
      n.account_id = {account}
      OR (n.part = 'visitor' AND {account} IN (
        SELECT m.account_id FROM ties t JOIN memberships m ON m.id = t.membership_id
        WHERE t.elder_id = i.elder_id AND m.role = 'volunteer'))
      OR (n.part IN ('child', 'caregiver') AND {account} IN (
        SELECT f.account_id FROM family_members f WHERE f.elder_id = i.elder_id AND f.account_id IS NOT NULL
          AND f.duty = CASE n.part WHEN 'child' THEN 'supporter' ELSE 'caregiver' END))
      OR (n.part = 'committee' AND {account} IN (
        SELECT m.account_id FROM memberships m JOIN elders v ON v.village_id = m.division_id
        WHERE v.id = i.elder_id AND m.role = 'committee'))))"""


def names_household_of(account: int) -> str:
    """SQL true where somebody named is of the household of the account `$account`."""
    family = "CASE WHEN n.part IN ('child', 'caregiver') THEN n.elder_id END"
    return f"""EXISTS (SELECT 1 FROM (
      SELECT g.part, g.account_id, a.phone_hash, i.elder_id FROM incident_names g
      LEFT JOIN accounts a ON a.id = g.account_id WHERE g.incident_id = i.id) n WHERE {own(account, family, "n")})"""


def in_office(by: Viewer, scope: Scope, params: list[object]) -> str:
    """SQL true where the asker's office may know of the incident and lead it; appends its parameters."""
    level = LEVEL_OF.get(by.role) if by.role else None
    if level is None:
        return "1 = 0"
    params.append(by.account_id)
    account = len(params)
    within = scope.division_clause(params, "e.village_id")
    reached = _ALIKE.get(level) or _on_duty(account, len(params) - 1)
    return f"({within} AND {reached} AND NOT {hides_from(f'${account}')} AND NOT {names_household_of(account)})"


def _on_duty(account: int, county: int) -> str:
    return f"""(i.level = 'county' AND (
      EXISTS (SELECT 1 FROM duty_holders h
        WHERE h.division_id = ${county} AND h.account_id = ${account} AND h.ended_at IS NULL)
      OR EXISTS (SELECT 1 FROM incident_steps s
        WHERE s.incident_id = i.id AND s.level = 'county' AND s.holder_id = ${account})))"""


def nearby(by: Viewer, scope: Scope, params: list[object]) -> str:
    """SQL true where the asker stands about the elder, or raised it; appends its parameters."""
    params.append(by.account_id)
    account = len(params)
    shown = _SHOWN[by.role].format(raiser=f"i.raised_by = ${account}") if by.role else "1 = 0"
    return f"({scope.clause(params)} AND {shown} AND NOT {hides_from(f'${account}')})"
