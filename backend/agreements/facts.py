"""What happened to an agreement."""

from datetime import date
from uuid import UUID

from backend.outbox.box import Fact


class WishRecorded(Fact, frozen=True):
    """The elder was asked."""

    wish_id: UUID
    elder_id: UUID
    willing: bool


class AgreementDrafted(Fact, frozen=True):
    """A text waits for the supporter to sign and the caregiver to accept; also after a rewriting."""

    agreement_id: UUID
    elder_id: UUID


class AgreementActed(Fact, frozen=True):
    """Somebody signed or accepted; `complete` when the elder can now be asked for consent."""

    agreement_id: UUID
    elder_id: UUID
    kind: str
    complete: bool


class AgreementConsented(Fact, frozen=True):
    """The elder consented to the final text; it can be handed in."""

    agreement_id: UUID
    elder_id: UUID


class AgreementHandedIn(Fact, frozen=True):
    """The committee should look at it."""

    agreement_id: UUID
    elder_id: UUID
    village_id: UUID


class AgreementReturned(Fact, frozen=True):
    """The committee sent it back with a reason."""

    agreement_id: UUID
    elder_id: UUID


class AgreementFiled(Fact, frozen=True):
    """报备 done: numbered; the PDF is to be sealed."""

    agreement_id: UUID
    elder_id: UUID


class AgreementSealed(Fact, frozen=True):
    """The sealed PDF lies ready."""

    agreement_id: UUID
    elder_id: UUID


class InvitationExtended(Fact, frozen=True):
    """Those asked to sign have more time."""

    agreement_id: UUID
    elder_id: UUID


class AgreementDeclined(Fact, frozen=True):
    """A party, in a PartyRole, will not sign: everybody who has signed should know."""

    agreement_id: UUID
    elder_id: UUID
    role: str


class SignatureDoubted(Fact, frozen=True):
    """A signer's phone was lost before it was given: void, or marked where the agreement was `filed` already.

    `consent`: nothing but the elder's consent, caught on the phone that was lost.
    """

    agreement_id: UUID
    elder_id: UUID
    filed: bool
    consent: bool = False


class AgreementPostponed(Fact, frozen=True):
    """The elder said "not today"; to be asked again on that day."""

    agreement_id: UUID
    elder_id: UUID
    ask_again_on: date


class ElderDeclined(Fact, frozen=True):
    """The elder does not want it (any more); `ended` when it stood already."""

    agreement_id: UUID
    elder_id: UUID
    ended: bool


class AgreementWithdrawn(Fact, frozen=True):
    """Let go before it was filed."""

    agreement_id: UUID
    elder_id: UUID


class AgreementSuspended(Fact, frozen=True):
    """It does not bind for a while, for a Reason."""

    agreement_id: UUID
    elder_id: UUID
    reason: str
    until: date | None


class AgreementResumed(Fact, frozen=True):
    """It binds again."""

    agreement_id: UUID
    elder_id: UUID


class AgreementEnded(Fact, frozen=True):
    """It is over, for a Reason."""

    agreement_id: UUID
    elder_id: UUID
    reason: str


class AgreementReminded(Fact, frozen=True):
    """A step waits; `notice` is a Notice. Without an agreement: the elder is to be asked again."""

    agreement_id: UUID | None
    elder_id: UUID
    notice: str


class RenewalDue(Fact, frozen=True):
    """The term is over soon, and no renewal is under way."""

    agreement_id: UUID
    elder_id: UUID
    ends_on: date


class AgreementQuestioned(Fact, frozen=True):
    """Life has changed (a Notice): does it still fit? `from_village_id` is the village a moved elder left."""

    agreement_id: UUID
    elder_id: UUID
    notice: str
    from_village_id: UUID | None


class AgreementAsked(Fact, frozen=True):
    """The committee wants to know something of an Asked before it files."""

    agreement_id: UUID
    elder_id: UUID
    village_id: UUID
    asked: str


class AgreementReplied(Fact, frozen=True):
    """Who was asked has answered the committee."""

    agreement_id: UUID
    elder_id: UUID
    village_id: UUID
