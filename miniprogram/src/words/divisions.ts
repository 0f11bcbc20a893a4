/** The dated tree in words: places under places, those that went and who took over. */
import type { Place, TakenAlong } from '@/api/divisions'
import { dateWords } from '@/words/time'

export interface Branch {
  place: Place
  villages: Place[]
}

export const gone = (place: Place, asOf: string): boolean => place.ends_on !== null && place.ends_on <= asOf

/** Townships of the day with their villages, by code; villages without a township in sight stand by themselves. */
export function branches(places: readonly Place[]): Branch[] {
  const townships = places.filter((place) => place.level === 'township')
  const known = new Set(townships.map((place) => place.id))
  const loose = places.filter((place) => place.level === 'village' && !known.has(place.parent_id ?? ''))
  return [
    ...townships.map((place) => ({ place, villages: places.filter((one) => one.level === 'village' && one.parent_id === place.id) })),
    ...loose.map((place) => ({ place, villages: [] }))
  ]
}

/** 2026 年 3 月 1 日撤销，并入 上坪村（520123100201） */
export function fate(place: Place, asOf: string): string {
  if (!gone(place, asOf)) return '在用'
  const into = place.successor ? `，并入${place.successor}（${place.successor_code}）` : ''
  return `${dateWords(place.ends_on!)}撤销${into}`
}

/** What goes over, in one line each; what is nought is not told. */
export function alongWords(found: TakenAlong): string[] {
  const told: [number, string][] = [
    [found.elders, `在册老人 ${found.elders} 位`],
    [found.left_files, `离册老人的档案 ${found.left_files} 份`],
    [found.volunteers, `志愿者 ${found.volunteers} 位`],
    [found.tasks, `没办结的待办 ${found.tasks} 件`],
    [found.households, `排查名单 ${found.households} 户`]
  ]
  const lines = told.filter(([count]) => count).map(([, words]) => words)
  return lines.length ? lines : ['没有老人，也没有志愿者']
}
