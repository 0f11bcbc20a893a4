/** Services an elder chose and what the elder asked for, in words. */
import type { SelectionCard, SelectionCardIn, Service } from '@/api/services'
import { dateWords } from '@/words/time'

export const CHOSEN_BY_WORDS: Record<SelectionCardIn['expressed'], string> = {
  spoken: '老人口头说的',
  written: '老人自己写的',
  gesture: '老人用手势表示的',
  through_family: '家人转达的'
}

export const CHOSEN_BY_CHOICES = (Object.keys(CHOSEN_BY_WORDS) as SelectionCardIn['expressed'][]).map((value) => ({
  value,
  words: CHOSEN_BY_WORDS[value]
}))

export interface ChosenWords {
  wanted: string[]
  declined: string[]
  /** 新要助餐; 不再要助浴. Empty on the first card. */
  changed: string[]
}

/** What the card says, and what it says otherwise than the one before. */
export function chosenWords(card: SelectionCard): ChosenWords {
  const named = (accepts: boolean) => card.choices.filter((one) => one.accepts === accepts).map((one) => one.name)
  const names = Object.fromEntries(card.choices.map((one) => [one.service_id, one.name]))
  const first = card.changes.every((one) => one.before === null) && card.changes.length === card.choices.length
  const told = first ? [] : card.changes.filter((one) => one.after !== null && (one.after || one.before !== null))
  return {
    wanted: named(true),
    declined: named(false),
    changed: told.map((one) => `${one.after ? '新要' : '不再要'}${names[one.service_id]}`)
  }
}

/** 2026 年 3 月 1 日起, 到 2026 年 12 月 31 日止; without an end it goes on. */
export function termWords({ starts_on, ends_on }: Pick<Service, 'starts_on' | 'ends_on'>): string {
  return `${dateWords(starts_on)}起${ends_on ? `，${dateWords(ends_on)}止` : '，长期有'}`
}
