/** The three ledgers as tables: one place's own line, those right under it, and why people left. */
import type { LedgerPlace, LeaveReason } from '@/api/register'
import type { Tier } from '@/words/tiers'

/** What a person may choose. */
export const LEAVE_REASONS = ['child_returned', 'moved_away', 'died', 'institution', 'mistake'] as const
/** Off the register; the two reasons in WITHIN are changes of village. */
export const LEFT_FOR = [...LEAVE_REASONS, 'double'] as const
export const WITHIN = ['moved_within', 'merged'] as const

export const LEAVE_WORDS: Record<LeaveReason, string> = {
  child_returned: '子女返乡',
  moved_away: '迁出',
  died: '去世',
  institution: '入住机构',
  mistake: '登记有误',
  double: '重复建档',
  moved_within: '迁往别村',
  merged: '村合并'
}

/** The place that holds all others in sight. */
export function top<Place extends { parent_id: string | null }>(items: readonly Place[]): Place | undefined {
  return items.find((place) => place.parent_id === null)
}

/** Those right under a place, by code. */
export function under(items: readonly LedgerPlace[], id: string): LedgerPlace[] {
  return items.filter((place) => place.parent_id === id)
}

export function inTier(place: LedgerPlace, tier: Tier): number {
  return place.tiers.find((one) => one.tier === tier)?.on_register ?? 0
}

/** How many left for any of the reasons, over all tiers or in one. */
export function leftFor(place: LedgerPlace, reasons: readonly LeaveReason[], tier?: Tier): number {
  return place.tiers
    .filter((one) => !tier || one.tier === tier)
    .reduce((sum, one) => sum + reasons.reduce((more, reason) => more + (one.left[reason] ?? 0), 0), 0)
}

/** Each line's tiers make its number, and the lines make their sum, tier by tier. */
export function addsUp(sum: LedgerPlace, lines: readonly LedgerPlace[]): boolean {
  const tiers = sum.tiers.map((one) => one.tier)
  const whole = (place: LedgerPlace) => place.on_register === tiers.reduce((all, tier) => all + inTier(place, tier), 0)
  const together = tiers.every((tier) => inTier(sum, tier) === lines.reduce((all, line) => all + inTier(line, tier), 0))
  return [sum, ...lines].every(whole) && together
}
