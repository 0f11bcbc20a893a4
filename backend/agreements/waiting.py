"""Which step of which agreement waits for whoever looks."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.queries import AgreementRow, Held, held
from backend.agreements.rules import Acting, AgreementState, PartyRole, Step, waits_for


async def waiting_for(viewer: Viewer, rows: Sequence[AgreementRow]) -> Mapping[UUID, Step | None]:
    """By agreement the one step the viewer should take next, if any."""
    places = await held(viewer.account_id, [row.id for row in rows])
    return {
        row.id: waits_for(
            AgreementState(row.state), acting(viewer, [each for each in places if each.agreement_id == row.id])
        )
        for row in rows
    }


def acting(viewer: Viewer, places: Sequence[Held]) -> Acting:
    """What the viewer is to one agreement, by the present role and the places that are the viewer's own."""
    due = {PartyRole(place.role) for place in places if place.asked and not place.signed}
    names = any(place.role == PartyRole.CAREGIVER for place in places)
    return Acting(
        signs=viewer.role is Role.SUPPORTER and bool(due & {PartyRole.SUPPORTER, PartyRole.LEGAL_AGENT}),
        accepts=viewer.role is Role.CAREGIVER and PartyRole.CAREGIVER in due,
        supporter=viewer.role is Role.SUPPORTER,
        caregiver=viewer.role is Role.CAREGIVER and names,
        visitor=viewer.role is Role.VOLUNTEER,
        committee=viewer.role is Role.COMMITTEE,
    )
