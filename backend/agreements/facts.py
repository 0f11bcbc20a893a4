"""What happened to an agreement."""

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
