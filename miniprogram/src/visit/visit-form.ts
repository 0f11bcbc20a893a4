/** What a visit's cards collect, which of them come up, and how they become one report. */
import type { Schema } from '@/api/types'
import { DOMAINS, QUESTIONS, type Domain, type Finding, type Mode } from '@/words/visit'
import { CHANGES, type Change, type NeedKind, type Present, type VisitPlace } from '@/words/visit-findings'

export type QuestionForm = Schema<'VisitForm'>
export type Item = Schema<'FormItem'>
type Part = Item['part']

export interface VisitForm {
  findings: Partial<Record<Domain, Finding>>
  details: Record<Domain, string>
  note: string
  mode: Mode
  startedAt: string
  hygiene: Finding | null
  /** By the item's key: the chosen answers, or one text. */
  answers: Record<string, string[]>
  present: Present[]
  people: string
  place: VisitPlace
  /** As corrected by the visitor; empty: as the phone measured. */
  minutes: string
  needs: NeedKind[]
  needWords: Partial<Record<NeedKind, string>>
  changes: Change[]
  changeWords: string
  phone: string
}

export const newForm = (startedAt: string): VisitForm => ({
  findings: {},
  details: { health: '', economy: '', family_duty: '', safety: '', needs: '' },
  note: '',
  mode: 'home',
  startedAt,
  hygiene: null,
  answers: {},
  present: ['elder'],
  people: '',
  place: 'at_home',
  minutes: '',
  needs: [],
  needWords: {},
  changes: [],
  changeWords: '',
  phone: ''
})

export type Step = { kind: 'domain'; domain: Domain } | { kind: 'hygiene' } | { kind: 'part'; part: Part } | { kind: 'last' }

/** Five cards and the last page; hygiene and the form's own questions only on a first visit, or where something is not good. */
export function stepsOf(form: VisitForm, asked: QuestionForm | null): Step[] {
  const first = asked?.kind === 'first'
  const quiet = DOMAINS.every((domain) => (form.findings[domain] ?? 'good') === 'good')
  const parts = [...new Set((asked?.items ?? []).filter((item) => item.when === 'always').map((item) => item.part))]
  return [
    ...DOMAINS.map((domain): Step => ({ kind: 'domain', domain })),
    ...(first || !quiet ? [{ kind: 'hygiene' } as const] : []),
    ...(first ? parts.map((part): Step => ({ kind: 'part', part })) : []),
    { kind: 'last' }
  ]
}

/** What is asked more of a part: always, where it was not found good, or behind the button. */
export const itemsOf = (asked: QuestionForm | null, part: Part, when: Item['when']): Item[] =>
  (asked?.items ?? []).filter((item) => item.part === part && item.when === when)

export const foundOf = (form: VisitForm, part: Part): Finding | null =>
  part === 'hygiene' ? form.hygiene : (form.findings[part as Domain] ?? null)

/** Answers to items that still come up: what was answered and then found good again is not sent. */
export function answersOf(form: VisitForm, asked: QuestionForm | null): Record<string, string[]> {
  const given: Record<string, string[]> = {}
  for (const item of asked?.items ?? []) {
    const said = (form.answers[item.key] ?? []).map((one) => one.trim()).filter(Boolean)
    const up = item.when !== 'not_good' || ['watch', 'help'].includes(foundOf(form, item.part) ?? '')
    if (said.length && up) given[item.key] = said
  }
  return given
}

const LONGEST = 180
const MINUTE = 60_000

/** When it began and how long it took. Said by the visitor, it ended now at the latest; measured, only if it is likely. */
export function lengthOf(form: VisitForm, now: Date): { visited_at: string; minutes: number | null } {
  const measured = Math.max(1, Math.round((now.getTime() - Date.parse(form.startedAt)) / MINUTE))
  const said = Number.parseInt(form.minutes, 10)
  if (!(said >= 1 && said <= 720)) return { visited_at: form.startedAt, minutes: measured <= LONGEST ? measured : null }
  const latest = new Date(now.getTime() - said * MINUTE).toISOString()
  return { visited_at: latest < form.startedAt ? latest : form.startedAt, minutes: said }
}

/** The note, with a line for each answer that was not 好: 身体：腿疼三天了. Null when there is nothing to say. */
export function noteWithDetails(form: VisitForm): string | null {
  const details = DOMAINS.filter((domain) => form.findings[domain] !== 'good' && form.details[domain].trim()).map(
    (domain) => `${QUESTIONS[domain].title}：${form.details[domain].trim()}`
  )
  return [form.note.trim(), ...details].filter(Boolean).join('\n') || null
}

/** Of changes that contradict each other the one chosen last. */
export function withChange(before: Change[], chosen: Change[]): Change[] {
  const added = chosen.find((one) => !before.includes(one))
  if (!added || added === 'home' || added === 'away') return chosen
  return chosen.filter((one) => one === added || CHANGES[one].field !== CHANGES[added].field)
}

/** Whether a change of the telephone is told with a number. */
export const phoneIsWhole = (form: VisitForm): boolean =>
  !form.changes.includes('phone') || /^1[0-9]{10}$/.test(form.phone.trim())

/** The report as it waits for the network. */
export function reportOf(elderId: string, form: VisitForm, asked: QuestionForm | null, now: Date): Omit<Schema<'ReportIn'>, 'photo_ids'> {
  const met = form.mode === 'home' || form.mode === 'group'
  const hygieneAsked = stepsOf(form, asked).some((step) => step.kind === 'hygiene')
  return {
    elder_id: elderId,
    mode: form.mode,
    ...lengthOf(form, now),
    ...(form.findings as Record<Domain, Finding>),
    note: noteWithDetails(form),
    form: asked?.id ?? null,
    answers: answersOf(form, asked),
    hygiene: hygieneAsked ? form.hygiene : null,
    place: met ? form.place : null,
    present: form.present,
    people: Math.max(form.present.length, Math.min(50, Number.parseInt(form.people, 10) || 0)),
    need_items: form.needs.map((kind) => ({ kind, words: form.needWords[kind]?.trim() || null })),
    proposals: form.changes.map((change) => ({
      field: CHANGES[change].field,
      value: change === 'phone' ? form.phone.trim() : CHANGES[change].value,
      words: form.changeWords.trim() || null
    }))
  }
}
