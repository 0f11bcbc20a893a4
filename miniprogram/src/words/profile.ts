/** What an elder's file says, in words: its parts, home, capacity to decide, where the family is. */
import type { Part } from '@/api/profile'
import type { Schema } from '@/api/types'
import { WHEREABOUTS_WORDS } from '@/words/findings'
import { dateWords } from '@/words/time'

export const PART_WORDS: Record<Part, string> = {
  family: '家庭',
  health: '身体',
  mind: '精神',
  safety: '安全',
  hygiene: '卫生',
  dwelling: '住房',
  needs: '需要什么',
  income: '收入来源',
  care: '谁在照料',
  difficulties: '困难',
  guardian: '监护人',
  remark: '其他'
}

export const PART_CHOICES = (Object.keys(PART_WORDS) as Part[]).map((value) => ({ value, words: PART_WORDS[value] }))

export const CAPACITY_WORDS: Record<Schema<'DecisionCapacity'>, string> = {
  capable: '自己能拿主意',
  limited: '有些事自己能拿主意',
  none: '自己不能拿主意',
  unknown: '还不清楚'
}

export const SOURCE_WORDS: Record<Schema<'CapacitySource'>, string> = {
  court: '法院认定',
  medical: '医生诊断',
  village: '村里了解',
  family: '家人说的'
}

interface Away {
  known_on: string | null
  province: string | null
  city: string | null
  area: string | null
  since: string | null
  for_work: boolean | null
}

/** 广东省深圳市（外省或境外），2024 年 6 月 5 日起，务工经商; without a province, as the township's list has it. */
export function whereWords(told: Away): string {
  if (!told.province && !told.since && told.for_work === null) return '? 还不知道在哪里'
  const area = told.area ? `（${WHEREABOUTS_WORDS[told.area as Schema<'Whereabouts'>]}）` : ''
  const since = told.since ? `，${dateWords(told.since)}起` : ''
  const work = told.for_work === null ? '' : told.for_work ? '，务工经商' : '，不是务工经商'
  const place = (told.province ?? '') + (told.city ?? '')
  return `${place || '不知道在哪里'}${area}${since}${work}`
}

/** 5 口人（老伴也在），2 个孩子 */
export function householdWords(home: { people: number; spouse: boolean | null; minors: number }): string {
  const spouse = home.spouse === null ? '' : home.spouse ? '，老伴同住' : '，老伴不在家里住'
  return `${home.people} 口人${spouse}${home.minors ? `，未成年人 ${home.minors} 个` : ''}`
}

const choices = <Key extends string>(words: Record<Key, string>) =>
  (Object.keys(words) as Key[]).map((value) => ({ value, words: words[value] }))

export const CAPACITY_CHOICES = choices(CAPACITY_WORDS)
export const SOURCE_CHOICES = choices(SOURCE_WORDS)

/** 有些事自己能拿主意，医生诊断：乡卫生院 */
export function capacityWords(found: Pick<Schema<'CapacityRow'>, 'capacity' | 'source' | 'found_by'>): string {
  return CAPACITY_WORDS[found.capacity] + (found.source ? `，${SOURCE_WORDS[found.source]}：${found.found_by}` : '')
}
