"""Which office answers at which level."""

from collections.abc import Mapping

from backend.accounts.roles import Role
from backend.incidents.rules import IncidentLevel

LEVEL_OF: Mapping[Role, IncidentLevel] = {
    Role.COMMITTEE: IncidentLevel.VILLAGE,
    Role.TOWNSHIP: IncidentLevel.TOWNSHIP,
    Role.COUNTY: IncidentLevel.COUNTY,
}
OFFICE_OF: Mapping[IncidentLevel, Role] = {level: role for role, level in LEVEL_OF.items()}
