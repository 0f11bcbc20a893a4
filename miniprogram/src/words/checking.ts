/** Rates of visits, spot checks and questions about entries, in words. */
import type { AbsenceReason, ElderStanding, SpotCheck, Standing, PlaceVisits } from '@/api/checking'
import type { Schema } from '@/api/types'

export const STANDING_WORDS: Record<Standing, string> = {
  visited: '探访过',
  from_afar: '重点老人只打过电话或视频',
  from_afar_only: '重点老人只打过电话或视频，按规定不算',
  missed: '该访没访到',
  came_late: '这个月才进册',
  left_early: '这个月离册',
  hospital: '住院',
  away: '外出',
  with_child: '去了孩子家'
}

export const EXCLUDED: Standing[] = ['came_late', 'left_early', 'hospital', 'away', 'with_child']
/** Who asks to be looked at. */
export const TO_SEE: Standing[] = ['missed', 'from_afar_only', 'from_afar']

export interface StandingCount {
  standing: Standing
  words: string
  elders: number
}

/** Those of the kinds given, of whom there are any. */
export const counted = (place: PlaceVisits, kinds: Standing[]): StandingCount[] =>
  kinds.map((standing) => ({ standing, words: STANDING_WORDS[standing], elders: place[standing] })).filter((one) => one.elders)

/** Why, with the days it follows from. */
export function whyWords(one: ElderStanding): string {
  const days = { hospital: one.hospital, away: one.away, with_child: one.with_child }
  if (one.standing === 'came_late') return `${one.came} 日进册`
  if (one.standing === 'left_early') return `${one.left} 日离册`
  if (one.standing in days) return `${STANDING_WORDS[one.standing]} ${days[one.standing as keyof typeof days]} 天`
  return STANDING_WORDS[one.standing]
}

export const ABSENCE_WORDS: Record<AbsenceReason, string> = { hospital: '住院', away: '外出', with_child: '去了孩子家' }

export const awayWords = (reason: AbsenceReason): string => `现在${ABSENCE_WORDS[reason]}，不在家，可以先打个电话`

const COMPARED: Record<Schema<'Compared'>, string> = { agrees: '✓ 对得上', differs: '! 对不上', unknown: '… 说不准' }

/** What the answer and the report come to, line by line. */
export const comparedWords = (check: SpotCheck): { what: string; words: string; differs: boolean }[] =>
  ([['来过没有', check.there], ['哪一天', check.day], ['多久', check.length]] as const).map(([what, found]) => ({
    what,
    words: COMPARED[found ?? 'unknown'],
    differs: found === 'differs'
  }))

export const SIGNAL_WORDS: Record<Schema<'Signal'>, string> = {
  bulk: '这几次探访录入时间很接近，请了解一下',
  same_words: '这几位老人的记录写得一样，请了解一下',
  travel: '这两次上门不在一个村，时间却挨得很近，请了解一下',
  short: '这几次上门时间比较短，请了解一下'
}
