"""Most elders have a responsible visitor, some a guarantee cadre; some of the notices were received."""

from uuid import UUID

from backend.accounts.viewer import Viewer
from backend.kit.kernel import Kernel
from backend.visits.assigning import NewVisitor, assign
from backend.visits.assignments import AssignmentKind, NoticeTo, VisitorKind
from backend.visits.models import VisitorNotice
from backend.visits.notices import Receipt, hand_over

_WITHOUT, _CADRES = 7, 4
"""Of so many elders one has no visitor, or a cadre."""
_RECEIVED = 6


async def entrust(kernel: Kernel, index: int, elder_id: UUID, *, visitor: UUID, committee: Viewer) -> None:
    """One elder, by the elder's place in the list."""
    if index % _WITHOUT != _WITHOUT - 1:
        new = NewVisitor(visitor, AssignmentKind.RESPONSIBLE, VisitorKind.VOLUNTEER)
        await assign(kernel, elder_id=elder_id, new=new, by=committee)
    if index % _CADRES == 0:
        cadre = NewVisitor(committee.account_id, AssignmentKind.CADRE, VisitorKind.CADRE)
        await assign(kernel, elder_id=elder_id, new=cadre, by=committee)
    if index % _RECEIVED and (notice := await VisitorNotice.get_or_none(elder_id=elder_id, recipient=NoticeTo.ELDER)):
        receipt = Receipt(committee.today, "杨树根")
        await hand_over(kernel, notice_id=notice.id, receipt=receipt, by=committee)
