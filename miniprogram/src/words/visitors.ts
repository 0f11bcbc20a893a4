/** Occasions and visitors, as a neighbour says them. */
import type { OccasionKind } from '@/api/visitors'
import type { Schema } from '@/api/types'
import { dayWords } from '@/words/time'

export const OCCASION_WORDS: Record<OccasionKind, string> = {
  spring_festival: '春节看望',
  mid_autumn: '中秋看望',
  double_ninth: '重阳看望',
  birthday: '过生日',
  weather: '天气不好，要看望',
  hospital: '刚出院',
  bereavement: '家里有丧事',
  childs_report: '子女说有情况',
  other_event: '家里有事'
}

export const EVENTS = (['hospital', 'bereavement', 'childs_report', 'other_event'] as const).map((value) => ({
  value,
  words: OCCASION_WORDS[value]
}))

export const VISITOR_WORDS: Record<Schema<'VisitorKind'>, string> = {
  committee_member: '村“两委”成员',
  cadre: '包保干部',
  social_worker: '社会工作者',
  volunteer: '志愿者',
  kin: '亲属邻里'
}

/** In which capacities somebody with this role may visit, the usual one first. */
export const KINDS_OF_ROLE: Record<string, Schema<'VisitorKind'>[]> = {
  committee: ['committee_member', 'cadre'],
  township: ['cadre'],
  volunteer: ['volunteer', 'social_worker'],
  caregiver: ['kin']
}

const FESTIVALS: Partial<Record<OccasionKind, string>> = { spring_festival: '春节', mid_autumn: '中秋节', double_ninth: '重阳节' }

/** 后天是重阳节，问问老人想不想和孩子视频 */
export function festivalHint(festival: { kind: OccasionKind; on: string }, now: Date = new Date()): string {
  const name = FESTIVALS[festival.kind] ?? ''
  return `${dayWords(`${festival.on}T12:00:00+08:00`, now)}是${name}，问问老人想不想和孩子视频，帮着约一次。`
}
