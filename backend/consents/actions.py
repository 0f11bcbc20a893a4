"""Writing down a yes or a no. Of an elder it is told to who stands before the elder; of oneself, in the client."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.consents.errors import ConsentSaidAtOnce
from backend.consents.facts import ConsentWithdrawn
from backend.consents.models import Consent
from backend.consents.purposes import ELDER_PURPOSES, OWN_PURPOSES, PARTS, Purpose, newest
from backend.consents.queries import same_person, see_elder
from backend.consents.rules import (
    ConsentState,
    Expressed,
    Whose,
    check_asked,
    check_may_withdraw,
    check_newest,
    check_told,
    state_of,
)
from backend.db import IntegrityError, transaction
from backend.kit.kernel import Kernel
from backend.outbox import box


@dataclass(frozen=True, slots=True)
class Telling:
    """How an elder said it, and who besides the one who writes it down was there."""

    expressed: Expressed
    witness: str | None = None


async def give_consent(
    kernel: Kernel, *, elder_id: UUID, purpose: Purpose, version: str, told: Telling, by: Viewer
) -> None:
    """The elder agrees, having been told the words `version`. Once more the same changes nothing.

    Raises RoleCannot, ConsentingElderNotFound, PurposeNotAsked, TextNotNewest, ElderSpeaksInPerson,
    WitnessMissing, ConsentSaidAtOnce.
    """
    check_newest(purpose, version)
    await _elder_says(kernel, elder_id, purpose, True, told, by)


async def withdraw_consent(kernel: Kernel, *, elder_id: UUID, purpose: Purpose, told: Telling, by: Viewer) -> None:
    """The elder no longer agrees, or never did; with effect at once. Once more the same changes nothing.

    Raises RoleCannot, ConsentingElderNotFound, PurposeNotAsked, PurposeIsDuty, ElderSpeaksInPerson,
    WitnessMissing, ConsentSaidAtOnce.
    """
    check_may_withdraw(purpose)
    await _elder_says(kernel, elder_id, purpose, False, told, by)


async def set_sharing(
    kernel: Kernel, *, elder_id: UUID, shown: Mapping[Purpose, bool], told: Telling, by: Viewer
) -> None:
    """The elder says part by part what the family sees of a visit, with effect at once.

    A part not named stays as it is; once more the same changes nothing. Raises RoleCannot, ConsentingElderNotFound,
    PurposeNotAsked, ElderSpeaksInPerson, WitnessMissing, ConsentSaidAtOnce.
    """
    by.require(Role.VOLUNTEER, Role.COMMITTEE)
    for part in shown:
        check_asked(part, PARTS)
    witness = check_told(told.expressed, told.witness)
    async with transaction():
        await see_elder(by.scope, elder_id, hold=True)
        for file_id in await same_person(elder_id):
            for part, given in shown.items():
                await _say(kernel, Subject("elder", file_id), part, given, Telling(told.expressed, witness), by)


async def give_own_consent(kernel: Kernel, *, purpose: Purpose, version: str, by: Viewer) -> None:
    """Whoever is signed in agrees for themselves. Raises PurposeNotAsked, TextNotNewest, ConsentSaidAtOnce."""
    check_newest(purpose, version)
    await _say_for_oneself(kernel, purpose, True, by)


async def withdraw_own_consent(kernel: Kernel, *, purpose: Purpose, by: Viewer) -> None:
    """Whoever is signed in no longer agrees. Raises PurposeNotAsked, PurposeIsDuty, ConsentSaidAtOnce."""
    check_may_withdraw(purpose)
    await _say_for_oneself(kernel, purpose, False, by)


async def _elder_says(kernel: Kernel, elder_id: UUID, purpose: Purpose, given: bool, told: Telling, by: Viewer) -> None:
    by.require(Role.VOLUNTEER, Role.COMMITTEE)
    check_asked(purpose, ELDER_PURPOSES)
    witness = check_told(told.expressed, told.witness)
    async with transaction():
        await see_elder(by.scope, elder_id, hold=True)
        for file_id in await same_person(elder_id):
            await _say(kernel, Subject("elder", file_id), purpose, given, Telling(told.expressed, witness), by)


async def carry_refusals(kernel: Kernel, *, files: tuple[UUID, UUID], by: Viewer) -> None:
    """What the person said no to in one of two files that are merged is a no in both, unless a later yes stands there.

    In the transaction of the merger, which holds both.
    """
    for here, there in (files, files[::-1]):
        words = await Consent.filter(whose=Whose.ELDER, person_id=here).order_by("number")
        for last in {word.purpose: word for word in words}.values():
            known = await Consent.filter(whose=Whose.ELDER, person_id=there, purpose=last.purpose).order_by("number")
            if last.given or (known and (not known[-1].given or known[-1].said_at > last.said_at)):
                continue
            await Consent.create(
                whose=Whose.ELDER,
                person_id=there,
                purpose=last.purpose,
                number=len(known) + 1,
                given=False,
                text_version=last.text_version,
                expressed=last.expressed,
                witness=last.witness,
                recorded_by=last.recorded_by,
                said_at=last.said_at,
            )
            about = Subject("elder", there)
            told = {"purpose": last.purpose, "version": last.text_version}
            await record(kernel, about, Tag.CONSENT_WITHDRAWN, by=by.actor, **told)
            await box.put(kernel, ConsentWithdrawn(elder_id=there, purpose=last.purpose, recorded_by=by.account_id))


async def _say_for_oneself(kernel: Kernel, purpose: Purpose, given: bool, by: Viewer) -> None:
    check_asked(purpose, OWN_PURPOSES)
    async with transaction():
        await _say(kernel, Subject("account", by.account_id), purpose, given, Telling(Expressed.CLIENT), by)


async def _say(kernel: Kernel, about: Subject, purpose: Purpose, given: bool, told: Telling, by: Viewer) -> None:
    words = await Consent.filter(whose=Whose(about.kind), person_id=about.id, purpose=purpose).order_by("number")
    if _holds_already(words, purpose, given):
        return
    try:
        await Consent.create(
            whose=Whose(about.kind),
            person_id=about.id,
            purpose=purpose,
            number=len(words) + 1,
            given=given,
            text_version=newest(purpose).version,
            expressed=told.expressed,
            witness=told.witness,
            recorded_by=by.account_id,
            said_at=kernel.clock.now(),
        )
    except IntegrityError:
        raise ConsentSaidAtOnce from None
    tag = Tag.CONSENT_GIVEN if given else Tag.CONSENT_WITHDRAWN
    await record(kernel, about, tag, by=by.actor, purpose=purpose, version=newest(purpose).version)
    if about.kind == "elder" and not given:
        await box.put(kernel, ConsentWithdrawn(elder_id=about.id, purpose=purpose, recorded_by=by.account_id))


def _holds_already(words: Sequence[Consent], purpose: Purpose, given: bool) -> bool:
    """A yes to older words is another yes: the newest text is what is recorded."""
    state = state_of(words)
    if given:
        return state is ConsentState.GIVEN and words[-1].text_version == newest(purpose).version
    return state is ConsentState.WITHDRAWN
