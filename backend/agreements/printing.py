"""Paper out: the present text to be signed by pen, each sheet tied to it by its code."""

import asyncio
from uuid import UUID

from backend.agreements.inking import paper_code
from backend.agreements.queries import PartyRow, agreement, parties, words
from backend.agreements.rules import AgreementState, PartyRole, Step, require
from backend.divisions.scope import Scope
from backend.documents.font import Font
from backend.documents.printable import Hand, Printable, printable
from backend.documents.render import spoken_day
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel

_ROLES = {
    PartyRole.ELDER: "老人",
    PartyRole.SUPPORTER: "委托人",
    PartyRole.CAREGIVER: "受托人",
    PartyRole.LEGAL_AGENT: "法定代理人",
}


async def print_out(kernel: Kernel, scope: Scope, font: Font, agreement_id: UUID) -> bytes:
    """The PDF of an agreement in sight. Raises AgreementNotFound, StepNotPossible once it is over."""
    row = await agreement(scope, agreement_id)
    require(Step.PAPER, AgreementState(row.state))
    kept = await words(kernel, agreement_id)
    named = await parties(scope, agreement_id)
    wanted = Printable(
        text=kept.text,
        code=paper_code(kernel, agreement_id, row.text_hash),
        hands=tuple(_hand(each) for each in named),
        committee=f"{row.village}村民委员会",
        made_at=row.drafted_at,
    )
    return await asyncio.to_thread(printable, wanted, font=font)


def _hand(party: PartyRow) -> Hand:
    done = f"已于{spoken_day(shanghai_day(party.signed_at))}签字，这里不用再签" if party.signed_at else ""
    return Hand(_ROLES[PartyRole(party.role)], party.name, done)
