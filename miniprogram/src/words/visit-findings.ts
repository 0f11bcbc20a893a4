/** What follows from a visit, in words: who was there and where, needs and what became of them, proposed changes. */
import type { Schema } from '@/api/types'

export type Present = Schema<'Present'>
export type VisitPlace = Schema<'VisitPlace'>
export type NeedKind = Schema<'NeedKind'>
export type ReferredTo = Schema<'ReferredTo'>
export type ProposalIn = Schema<'ProposalIn'>

export const PRESENT_WORDS: Record<Present, string> = {
  elder: '老人', spouse: '老伴', child: '子女', grandchild: '孙辈', caregiver: '照顾的人',
  neighbour: '邻居', doctor: '村医', nurse: '护士', cadre: '村干部', other: '别的人'
}

export const PLACE_WORDS: Record<VisitPlace, string> = {
  at_home: '家里', in_village: '村里别处', hospital: '医院', facility: '养老院', with_family: '子女家', elsewhere: '别的地方'
}

export const NEED_WORDS: Record<NeedKind, string> = {
  daily_care: '日常照料', meals: '吃饭', medical: '看病', rehab: '康复', comfort: '有人陪伴',
  refit: '修房改造', money: '用钱', digital: '用手机', other: '别的'
}

export const REFERRED_WORDS: Record<ReferredTo, string> = {
  village: '村里自己办', township: '转乡镇', department: '转县里部门', service: '转服务清单上的服务'
}

export const ROLE_WORDS: Record<string, string> = { volunteer: '志愿者', caregiver: '受托照顾人', committee: '村委会' }

/** What a first visit asks, page by page. */
export const PART_WORDS: Record<Schema<'FormPart'>, string> = {
  person: '先认识老人', family: '家里人', living: '住得怎么样', help: '已经有的帮助', needs: '想要什么', digital: '用手机',
  health: '身体', economy: '生活用钱', family_duty: '家人联系', safety: '住处安全', hygiene: '卫生和周围'
}

export const choicesOf = <Value extends string>(words: Record<Value, string>) =>
  (Object.entries(words) as [Value, string][]).map(([value, said]) => ({ value, words: said }))

/** Where a need stands: mark, word and colour. */
export function needLook(state: Schema<'NeedState'>): { mark: string; words: string; kind: 'watch' | 'good' | 'muted' } {
  if (state === 'open') return { mark: '…', words: '等村委会安排', kind: 'watch' }
  if (state === 'referred') return { mark: '→', words: '已经转办', kind: 'watch' }
  return state === 'met' ? { mark: '✓', words: '办好了', kind: 'good' } : { mark: '×', words: '没能办到', kind: 'muted' }
}

/** A change as a visitor says it, and as it is sent; `phone` waits for the number. */
export const CHANGES = {
  phone: { words: '电话换了', field: 'phone', value: '' },
  together: { words: '不再一个人住', field: 'living_alone', value: 'no' },
  alone: { words: '现在一个人住', field: 'living_alone', value: 'yes' },
  free: { words: '又走动自如了', field: 'mobility', value: 'free' },
  difficult: { words: '走动吃力了', field: 'mobility', value: 'difficult' },
  bedridden: { words: '起不来床了', field: 'mobility', value: 'bedridden' },
  home: { words: '孩子回来了', field: 'child_moved', value: 'home' },
  away: { words: '孩子出去了', field: 'child_moved', value: 'away' }
} as const satisfies Record<string, { words: string; field: ProposalIn['field']; value: string }>
export type Change = keyof typeof CHANGES

/** 电话换了：139… */
export function changeWords(field: ProposalIn['field'], value: string): string {
  if (field === 'phone') return `${CHANGES.phone.words}：${value}`
  return Object.values(CHANGES).find((one) => one.field === field && one.value === value)?.words ?? value
}

/** A form's answers in its own words, in its order. */
export function answeredWords(
  items: readonly Schema<'FormItem'>[],
  answers: Record<string, string[]>
): { ask: string; said: string }[] {
  return items.flatMap(({ key, ask, answers: words }) =>
    answers[key] ? [{ ask, said: answers[key].map((one) => words[one] ?? one).join('、') }] : []
  )
}
