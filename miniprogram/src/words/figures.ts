/** The rates the office looks at, in words. */
import type { AgreementPlace, CarePlace } from '@/api/statistics'
import { STATE_WORDS } from '@/words/agreements'

/** A rate between 0 and 1: 100% is said only of all. */
export function percent(rate: number | null): string {
  return rate === null ? '—' : `${Math.floor(Math.round(rate * 10_000) / 100)}%`
}

export interface Part {
  key: string
  words: string
  elders: number
}

const STEPS = {
  draft: STATE_WORDS.draft,
  signed: STATE_WORDS.signed,
  consented: STATE_WORDS.consented,
  handed_in: STATE_WORDS.handed_in,
  returned: STATE_WORDS.returned,
  not_begun: '已报备，还没到开始的日子'
}
const APART = {
  elder_declined: '老人不愿意',
  child_returned: '孩子回来了',
  suspended: '暂停',
  under_way: '办理中',
  expired: '过期没续',
  nothing: '还没办'
}

/** How far those are whose agreement is under way. */
export const stepsUnderWay = (place: AgreementPlace): Part[] => partsOf(STEPS, (step) => place[step])

/** Everybody on the register without an agreement in force; none of them counts as signed. */
export const withoutAgreement = (place: AgreementPlace): Part[] =>
  partsOf(APART, (part) => (part === 'under_way' ? sum(stepsUnderWay(place)) : place[part]))

/** Those in force and all others make the register: said, or that they do not. */
export function sumWords(place: AgreementPlace): { sound: boolean; words: string } {
  const numbers = [place.in_force, ...withoutAgreement(place).map((part) => part.elders)]
  const all = numbers.reduce((total, one) => total + one, 0)
  const sound = all === place.on_register
  const end = sound ? '，正好是在册的每一位' : `，和在册的 ${place.on_register} 位对不上，请告诉管理员`
  return { sound, words: `${numbers.join(' + ')} = ${all} 位${end}` }
}

/** Of those who cannot care for themselves, how many somebody answers for. */
export const attended = (place: CarePlace): number => place.agreement + place.child + place.guardian

export function careWords(place: CarePlace): string {
  if (!place.dependent) return '没有不能自理的老人'
  const told = [`有协议 ${place.agreement} 位`, `孩子在村里 ${place.child} 位`, `档案上有监护人 ${place.guardian} 位`]
  return `${told.join('，')}；${place.nobody ? `还有 ${place.nobody} 位没人负责` : '人人有人负责'}`
}

function partsOf<Key extends string>(words: Record<Key, string>, count: (key: Key) => number): Part[] {
  return (Object.keys(words) as Key[]).map((key) => ({ key, words: words[key], elders: count(key) }))
}

const sum = (parts: Part[]): number => parts.reduce((all, part) => all + part.elders, 0)
