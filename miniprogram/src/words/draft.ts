/** Filling in an agreement: what suits most to begin with, what stood before on rewriting and renewing. Pure. */
import type { Agreement, Draft, DraftIn, Promised } from '@/api/agreements'
import type { Member } from '@/api/elders'
import { atHome, dayAfter } from '@/words/time'

export interface DraftForm {
  kind: Draft['kind']
  /** Each child's share, also of those not chosen now. */
  promises: Record<string, Promised>
  supporters: string[]
  caregivers: string[]
  legalAgent: string
  duties: string[]
  lookIn: number
  fee: number
  advance: number
  keys: boolean
  special: string
  startsOn: string
  years: number
}

export const confirmed = (family: readonly Member[], duty: Member['duty']) =>
  family.filter((member) => member.duty === duty && member.confirmed_at)

/** Care needs somebody to care, sharing the support needs two children. */
export function kindsPossible(family: readonly Member[]): Draft['kind'][] {
  const children = confirmed(family, 'supporter').length
  const kinds: Draft['kind'][] = []
  if (children && confirmed(family, 'caregiver').length) kinds.push('care')
  if (children > 1) kinds.push('support')
  return kinds
}

const promise = (member_id: string): Promised => ({ member_id, call_every: 7, visits_yearly: 1, monthly: 0, task: '' })

/** What suits most: the children who are confirmed, one who cares, a look in twice a week, no fee, a year from today. */
export function freshForm(family: readonly Member[], today: string, wanted?: Draft['kind']): DraftForm {
  const children = confirmed(family, 'supporter').map((member) => member.id)
  const possible = kindsPossible(family)
  const kind = possible.find((one) => one === wanted) ?? possible[0] ?? 'care'
  return {
    kind,
    promises: Object.fromEntries(children.map((id) => [id, promise(id)])),
    supporters: kind === 'support' ? children : children.slice(0, 1),
    caregivers: confirmed(family, 'caregiver').slice(0, 1).map((member) => member.id),
    legalAgent: '',
    duties: ['look_in', 'safety'],
    lookIn: 2,
    fee: 0,
    advance: 0,
    keys: false,
    special: '',
    startsOn: today,
    years: 1
  }
}

/** What stood before; who has left the family since is left out. */
export function formOf(terms: Draft, family: readonly Member[], today: string): DraftForm {
  const fresh = freshForm(family, today)
  const still = (duty: Member['duty']) => new Set(confirmed(family, duty).map((member) => member.id))
  const [children, carers] = [still('supporter'), still('caregiver')]
  return {
    kind: terms.kind,
    promises: { ...fresh.promises, ...Object.fromEntries(terms.supporters.map((one) => [one.member_id, one])) },
    supporters: terms.supporters.map((one) => one.member_id).filter((id) => children.has(id)),
    caregivers: terms.caregivers.filter((id) => carers.has(id)),
    legalAgent: terms.legal_agent && children.has(terms.legal_agent) ? terms.legal_agent : '',
    duties: terms.duties.length ? terms.duties : fresh.duties,
    lookIn: terms.look_in_weekly,
    fee: terms.fee_monthly,
    advance: terms.advance_limit,
    keys: terms.keys_held,
    special: terms.special,
    startsOn: terms.starts_on,
    years: yearsOf(terms)
  }
}

/** The same once more, from the day after the old one ends, or from today where that has passed. */
export function renewalOf(old: Agreement, terms: Draft | null, family: readonly Member[], today: string): DraftForm {
  const form = terms ? formOf(terms, family, today) : freshForm(family, today, old.kind)
  const next = dayAfter(old.ends_on, 1)
  return { ...form, startsOn: next > today ? next : today }
}

function yearsOf({ starts_on, ends_on }: Draft): number {
  const days = atHome(`${ends_on}T12:00:00+08:00`).diff(atHome(`${starts_on}T12:00:00+08:00`), 'day') + 1
  return Math.min(3, Math.max(1, Math.round(days / 365)))
}

/** The last day: a year, or two or three, less a day. */
export function endsOn({ startsOn, years }: DraftForm): string {
  return atHome(`${startsOn}T12:00:00+08:00`).add(years, 'year').subtract(1, 'day').format('YYYY-MM-DD')
}

/** What is still missing, in words; empty when it can go. */
export function missingIn(form: DraftForm): string {
  if (form.kind === 'support' && form.supporters.length < 2) return '分担赡养要有至少两个子女'
  if (!form.supporters.length) return '请选由哪个子女来托付'
  if (form.kind === 'care' && !form.caregivers.length) return '请选托付给谁'
  if (form.kind === 'care' && !form.duties.length) return '请选要他做些什么'
  return ''
}

/** As the server takes it: a support agreement has no caregiver, and so nothing of his. */
export function draftIn(form: DraftForm, elder_id: string, renews_id: string | null): DraftIn {
  const care = form.kind === 'care'
  return {
    elder_id,
    renews_id,
    kind: form.kind,
    supporters: form.supporters.map((id) => tidy(form.promises[id] ?? promise(id))),
    caregivers: care ? form.caregivers : [],
    legal_agent: form.legalAgent || null,
    duties: care ? (form.duties as DraftIn['duties']) : [],
    look_in_weekly: form.lookIn,
    fee_monthly: care ? form.fee : 0,
    advance_limit: care ? form.advance : 0,
    keys_held: care && form.keys,
    special: form.special.trim(),
    starts_on: form.startsOn,
    ends_on: endsOn(form)
  }
}

function tidy(given: Promised): Promised {
  return { ...given, task: given.task.trim() }
}

/** Whole yuan as typed; what is no number is nothing. */
export function yuan(typed: string): number {
  return Math.min(100_000, Math.max(0, Math.trunc(Number(typed)) || 0))
}
