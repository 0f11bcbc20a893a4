"""What the calendar does to agreements: it ends and resumes them, and has people reminded and asked.

Jobs of the timetable. Each agreement is decided on under lock in a transaction of its own: killed half way, or run by
several workers, a job ends as if run once. Nobody is written to about an elder who has died or left.
"""

from datetime import date, timedelta
from uuid import UUID

import msgspec

from backend.agreements.asking import first_time, have_told_by_phone, question
from backend.agreements.ending import end_now, resume_now, suspend_now
from backend.agreements.facts import AgreementReminded, RenewalDue
from backend.agreements.models import Agreement, AgreementSpan, Wish
from backend.agreements.notices import FIRST_ASKED_AGAIN, Notice, Waiting, due, years_since
from backend.agreements.rules import INVITED_FOR, OPEN, RENEW_WITHIN, STANDING, AgreementState, Reason
from backend.agreements.sweeping import sweep
from backend.audit.trail import PLATFORM
from backend.db import transaction
from backend.documents.keys import EvidenceKey
from backend.elders.models import Elder
from backend.kit.clock import shanghai_day, shanghai_midnight
from backend.kit.kernel import Kernel
from backend.outbox import box


class Keeping(msgspec.Struct, frozen=True):
    """The jobs."""

    kernel: Kernel
    evidence: EvidenceKey

    async def follow_calendar(self) -> int:
        """End what is over, take up what was suspended until yesterday, suspend where no caregiver is left."""
        today = self._today()
        a_year_ago = today - timedelta(days=365)
        jobs = (("end_over", _OVER, self._end), ("resume_due", _RESUME, self._resume))
        done = [await sweep(name, sql, do, today) for name, sql, do in jobs]
        done.append(await sweep("caregiver_gone", _ALONE, self._suspend_alone))
        done.append(
            await sweep(
                "yearly_review", _YEARLY, self._review, a_year_ago, shanghai_midnight(a_year_ago + timedelta(days=60))
            )
        )
        return sum(done)

    async def remind_due(self) -> int:
        """Remind whoever a step waits for, and visitors of elders to be asked again."""
        today = self._today()
        early = today + INVITED_FOR - FIRST_ASKED_AGAIN
        told = await sweep("remind", _REMIND, self._remind, early, today, today + RENEW_WITHIN)
        return told + await sweep("ask_again", _ASK_AGAIN, self._ask_again, today)

    def _today(self) -> date:
        return shanghai_day(self.kernel.clock.now())

    async def _end(self, agreement_id: UUID) -> bool:
        async with transaction():
            agreement = await _locked(agreement_id)
            if agreement.state not in STANDING or agreement.ends_on >= self._today():
                return False
            await end_now(self.kernel, self.evidence, agreement, Reason.TERM, PLATFORM)
        return True

    async def _resume(self, agreement_id: UUID) -> bool:
        async with transaction():
            agreement = await _locked(agreement_id)
            span = await AgreementSpan.get(agreement_id=agreement_id, ends_at=None)
            if span.state is not AgreementState.SUSPENDED or span.until is None or span.until >= self._today():
                return False
            await resume_now(self.kernel, self.evidence, agreement, PLATFORM)
        return True

    async def _suspend_alone(self, agreement_id: UUID) -> bool:
        async with transaction():
            agreement = await _locked(agreement_id)
            if agreement.state is not AgreementState.FILED:
                return False
            # Taken up again by the family, it is not suspended a second time for the same text.
            if not await question(self.kernel, agreement, Notice.CAREGIVER_GONE, agreement.text_hash[:32]):
                return False
            await suspend_now(self.kernel, self.evidence, agreement, Reason.CAREGIVER_GONE, None, PLATFORM)
        return True

    async def _review(self, agreement_id: UUID) -> bool:
        async with transaction():
            agreement = await _locked(agreement_id)
            years = years_since(agreement.starts_on, self._today())
            if agreement.state not in STANDING or years < 1 or await _gone(agreement.elder_id):
                return False
            return await question(self.kernel, agreement, Notice.YEARLY, str(years))

    async def _remind(self, agreement_id: UUID) -> bool:
        async with transaction():
            agreement = await _locked(agreement_id)
            told = due(await _waiting(agreement), self._today())
            if told is None or await _gone(agreement.elder_id):
                return False
            notice, occasion = told
            made = await first_time(self.kernel, agreement_id, notice, occasion)
            if made is None:
                return False
            if notice in (Notice.SIGN, Notice.REWRITE, Notice.RENEW):
                await have_told_by_phone(self.kernel, agreement, made)
            ids = {"agreement_id": agreement_id, "elder_id": agreement.elder_id}
            fact = RenewalDue(ends_on=agreement.ends_on, **ids)
            await box.put(self.kernel, fact if notice is Notice.RENEW else AgreementReminded(notice=notice, **ids))
        return True

    async def _ask_again(self, wish_id: UUID) -> bool:
        wish = await Wish.get(id=wish_id)
        async with transaction():
            # Held, so that a wish recorded at this moment comes before or after.
            await Elder.filter(id=wish.elder_id).select_for_update(no_key=True).get()
            last = await Wish.filter(elder_id=wish.elder_id).order_by("-received_at", "-id").first()
            if last != wish or await _gone(wish.elder_id):
                return False
            if await first_time(self.kernel, wish_id, Notice.ASK_AGAIN, str(wish.ask_again_on)) is None:
                return False
            fact = AgreementReminded(agreement_id=None, elder_id=wish.elder_id, notice=Notice.ASK_AGAIN)
            await box.put(self.kernel, fact)
        return True


async def _locked(agreement_id: UUID) -> Agreement:
    return await Agreement.filter(id=agreement_id).select_for_update().get()


async def _gone(elder_id: UUID) -> bool:
    return (await Elder.get(id=elder_id)).left_on is not None


async def _waiting(agreement: Agreement) -> Waiting:
    span = await AgreementSpan.get(agreement_id=agreement.id, ends_at=None)
    others = Agreement.filter(elder_id=agreement.elder_id, kind=agreement.kind, state__in=OPEN)
    return Waiting(
        state=agreement.state,
        since=span.starts_at,
        respond_by=agreement.respond_by,
        ask_again_on=agreement.ask_again_on,
        ends_on=agreement.ends_on,
        renewal_under_way=await others.exists(),
    )


_FOUND = (
    "SELECT a.id FROM agreements a JOIN elders e ON e.id = a.elder_id WHERE a.id > $1 AND {} ORDER BY a.id LIMIT $2"
)
_OVER = _FOUND.format("a.state IN ('filed', 'suspended') AND a.ends_on < $3")
_RESUME = _FOUND.format("""a.state = 'suspended' AND EXISTS (
  SELECT 1 FROM agreement_spans h WHERE h.agreement_id = a.id AND h.ends_at IS NULL AND h.until < $3)""")
_ALONE = _FOUND.format("""a.state = 'filed' AND a.kind = 'care' AND e.left_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM agreement_notices n WHERE n.about_id = a.id AND n.notice = 'caregiver_gone')
  AND EXISTS (SELECT 1 FROM parties p WHERE p.agreement_id = a.id AND p.role = 'caregiver')
  AND NOT EXISTS (SELECT 1 FROM parties p JOIN family_members f ON f.id = p.member_id
    WHERE p.agreement_id = a.id AND p.role = 'caregiver' AND f.ended_at IS NULL)""")
_YEARLY = _FOUND.format("""a.state IN ('filed', 'suspended') AND a.starts_on <= $3 AND e.left_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM agreement_notices n
    WHERE n.about_id = a.id AND n.notice = 'yearly' AND n.told_at > $4)""")
_REMIND = _FOUND.format("""e.left_on IS NULL AND (a.state = 'draft' AND a.respond_by <= $3
  OR a.state = 'signed' AND a.ask_again_on <= $4 OR a.state IN ('handed_in', 'returned')
  OR a.state IN ('filed', 'suspended') AND a.ends_on <= $5)""")
_ASK_AGAIN = """
SELECT w.id FROM wishes w JOIN elders e ON e.id = w.elder_id
WHERE w.id > $1 AND NOT w.willing AND w.ask_again_on <= $3 AND e.left_on IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM wishes n WHERE n.elder_id = w.elder_id AND (n.received_at, n.id) > (w.received_at, w.id))
  AND NOT EXISTS (SELECT 1 FROM agreement_notices t WHERE t.about_id = w.id AND t.notice = 'ask_again')
ORDER BY w.id LIMIT $2
"""
