/** What is found out of an elder, in the words of the documents (the server's table says the same). */
import type { Elder } from '@/api/elders'
import type { ElderFacts, Findings } from '@/api/register'
import type { Schema } from '@/api/types'
import { ABILITY_WORDS, TIERS } from '@/words/tiers'

export const TIER_REASON_WORDS: Record<Schema<'TierReason'>, string> = {
  aged_80: '年满 80 周岁',
  disability_one_or_two: '残疾一级或二级',
  ability_complete: '完全失能',
  ability_severe: '重度失能',
  bedridden: '未评估，因身体原因长期卧床',
  dementia: '失智',
  ability_moderate: '中度失能',
  moves_with_difficulty: '未评估，因身体原因行动不便',
  ability_mild: '轻度失能',
  ability_intact: '能力完好',
  healthy: '未评估，身体健康、行动自如'
}

export const MISSING_WORDS: Record<Schema<'MissingFact'>, string> = {
  birthday: '出生日期',
  ability_or_mobility: '能力评估或行动情况',
  disability: '残疾等级',
  dementia: '是否失智'
}

export const CAUSE_WORDS: Record<Schema<'TierCause'>, string> = {
  registered: '登记入册',
  facts_changed: '情况有变化',
  assessed: '做了能力评估',
  birthday: '满 80 周岁',
  override_set: '人工调整',
  override_ended: '人工调整到期或撤销'
}

export const FLAG_WORDS: Record<Schema<'Flag'>, string> = {
  must_not_live_alone: '中度及以上失能，应避免单独居住',
  a_child_should_stay: '重病或生活不能自理，应至少留下一名子女照顾',
  lives_alone: '独居',
  very_old: '高龄',
  ability_lost: '失能',
  disabled: '残疾',
  poor: '经济困难',
  raises_a_minor: '家中有未成年人'
}

export const RISK_LOOK: Record<Schema<'RiskLevel'>, { words: string; mark: string; kind: string }> = {
  high: { words: '高风险', mark: '!', kind: 'danger' },
  medium: { words: '中风险', mark: '◐', kind: 'watch' },
  low: { words: '低风险', mark: '✓', kind: 'good' },
  open: { words: '信息不全，暂不能评定', mark: '?', kind: 'muted' }
}

export const VERDICT_LOOK: Record<Schema<'Verdict'>, { words: string; mark: string; kind: string }> = {
  admitted: { words: '符合农村留守老年人条件', mark: '✓', kind: 'good' },
  rejected: { words: '不符合农村留守老年人条件', mark: '✕', kind: 'danger' },
  open: { words: '信息不全，暂不能认定', mark: '?', kind: 'watch' }
}

export const CRITERION_WORDS: Record<Schema<'Criterion'>, string> = {
  age: '年龄',
  registered: '户籍',
  countryside: '留在农村生活',
  supporter_away: '赡养人外出',
  no_able_supporter_beside: '身边无赡养人或赡养人无能力'
}

export const ANSWER_LOOK: Record<Schema<'backend.elders.eligibility.Answer'>, { words: string; mark: string; kind: string }> = {
  met: { words: '符合', mark: '✓', kind: 'good' },
  not_met: { words: '不符合', mark: '✕', kind: 'danger' },
  unknown: { words: '还不清楚', mark: '?', kind: 'watch' }
}

export const ELIGIBILITY_WORDS: Record<Schema<'EligibilityReason'>, string> = {
  old_enough: '已到规定年龄',
  too_young: '未到规定年龄',
  birthday_unknown: '出生日期还不清楚',
  registered_here: '户籍在本地',
  registered_elsewhere: '户籍不在本地',
  registration_unknown: '户籍在哪里还不清楚',
  lives_in_countryside: '平时住在农村',
  lives_elsewhere: '平时不住在农村',
  dwelling_unknown: '平时住在哪里还不清楚',
  away_long_enough: '有赡养人外出务工经商，时间已够',
  away_too_short: '赡养人外出时间还不够',
  away_not_for_work: '赡养人外出不是为了务工经商',
  returned: '外出的赡养人已经返乡',
  not_away: '赡养人没有离开规定的区域',
  absence_unknown: '赡养人外出的情况还不清楚',
  nobody_beside: '身边没有赡养人',
  beside_but_unable: '身边的赡养人没有赡养能力',
  able_beside: '身边有赡养人，并且有赡养能力',
  beside_unknown: '身边有没有能赡养的人还不清楚',
  has_no_supporter: '没有赡养人',
  supporters_not_asked: '还没有登记赡养人情况'
}

export const WHEREABOUTS_WORDS: Record<Schema<'Whereabouts'>, string> = {
  village: '本村',
  township: '本乡镇外村',
  county: '本县外乡镇',
  city: '本市外县',
  province: '本省外市',
  elsewhere: '外省或境外'
}

export const AWAY_FROM_WORDS: Record<Schema<'AwayFrom'>, string> = {
  county: '离开本县',
  city: '离开本市',
  province: '离开本省'
}

export const DISABILITY_WORDS: Record<Schema<'DisabilityGrade'>, string> = {
  one: '残疾一级',
  two: '残疾二级',
  three: '残疾三级',
  four: '残疾四级',
  none: '无残疾',
  unknown: '还不清楚'
}

export const MOBILITY_WORDS: Record<Schema<'Mobility'>, string> = {
  free: '身体健康、行动自如',
  difficult: '行动不便',
  bedridden: '长期卧床',
  unknown: '还不清楚'
}

export const ENTRY_WORDS: Record<Schema<'EntryReason'>, string> = {
  found: '摸排登记',
  imported: '表格导入',
  moved_in: '从别村迁来',
  came_back: '离册后返回',
  merged: '村合并'
}

type Known = boolean | null

/** What is asked with yes, no, or not known yet. */
export const YES_NO_FACTS = {
  dementia: '是否失智（医生确诊）',
  seriously_ill: '是否重病',
  poor: '是否经济困难（特困、低保等）',
  minor_at_home: '家中有没有未成年人',
  registered_here: '户籍在不在本地',
  accepts_services: '愿不愿意接受关爱服务'
} as const
export type YesNoFact = keyof typeof YES_NO_FACTS

export function knownWords(answer: Known, yes = '是', no = '否'): string {
  return answer === null ? '还不清楚' : answer ? yes : no
}

/** Each fact with its answer, in the order of the form. */
export function factLines(facts: ElderFacts): { name: string; words: string; open: boolean }[] {
  const line = (name: string, words: string) => ({ name, words, open: words === '还不清楚' })
  return [
    line('居住', facts.living_alone ? '独居' : '和家人同住'),
    line('行动', MOBILITY_WORDS[facts.mobility]),
    line('残疾', DISABILITY_WORDS[facts.disability]),
    line('失智', knownWords(facts.dementia, '确诊失智', '没有')),
    line('重病', knownWords(facts.seriously_ill, '重病', '没有')),
    line('经济困难', knownWords(facts.poor, '困难', '不困难')),
    line('家中未成年人', knownWords(facts.minor_at_home, '有', '没有')),
    line('户籍', knownWords(facts.registered_here, '在本地', '不在本地')),
    line('接受服务', knownWords(facts.accepts_services, '愿意', '不愿意'))
  ]
}

/** What stands in the whole file, in one line: said back to whoever confirmed it. */
export function wholeFileWords(
  { elder, family }: { elder: Elder; family: readonly unknown[] },
  findings: Pick<Findings, 'facts' | 'tiers'>
): string {
  const told = factLines(findings.facts).map(({ name, words }) => `${name}：${words}`)
  const open = findings.tiers[0]?.missing.length ? '（还有要补的）' : ''
  return [
    `住址：${elder.address}`,
    `家人和受托人：${family.length} 位`,
    `能力：${ABILITY_WORDS[elder.ability_level]}`,
    ...told,
    `等级：${TIERS[elder.tier].words}${open}`
  ].join('；')
}
