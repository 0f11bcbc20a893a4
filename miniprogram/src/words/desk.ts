/** What is odd about an agreement, in words the committee can act on. */
import type { Asked, Comparison, Oddity } from '@/api/desk'

const FINDING_WORDS: Record<Oddity['kind'], (found: Oddity) => string> = {
  elder_gone: () => '老人已经不在名册上，不能报备',
  agent_needed: () => '老人的民事行为能力受限，还要法定代理人一起签字，不能报备',
  capacity_changed: () => '老人同意以后，能不能自己拿主意的记录变了，请再核对',
  capacity_unknown: () => '档案里没写老人能不能自己拿主意',
  tier_changed: () => '老人同意以后，照护等级重新定过，请看看照顾安排还够不够',
  caregiver_loaded: (found) => `${found.about}已经照顾着另外 ${found.count} 位老人，请问问忙不忙得过来`,
  caregiver_far: (found) => `${found.about}不住在本村，请问问怎么每天照应`,
  caregiver_place_unknown: (found) => `${found.about}住在哪里，档案里没有，未知`,
  caregiver_ability_unsaid: (found) => `${found.about}没有写自己的身体和照顾能力，未知`,
  child_not_told: (found) => `${found.about}也是子女，还没有认领确认，平台没有通知到`,
  witness_may_be_kin: (found) => `见证人${found.about}和协议里的人同姓，请问问是不是亲属`,
  question_open: (found) => `还有 ${found.count} 个问题没人回答`
}

export const SEVERITY_LOOK: Record<Oddity['severity'], { mark: string; words: string; kind: string }> = {
  stops: { mark: '✕', words: '办不了', kind: 'danger' },
  look: { mark: '!', words: '要问清', kind: 'watch' },
  hint: { mark: '·', words: '留意', kind: 'muted' }
}

export const ASKED_CHOICES: { value: Asked; words: string }[] = [
  { value: 'supporters', words: '子女' },
  { value: 'caregiver', words: '受托人' },
  { value: 'visitor', words: '上门的志愿者' }
]

export const ASKED_WORDS = Object.fromEntries(ASKED_CHOICES.map(({ value, words }) => [value, words])) as Record<Asked, string>

export function findingWords(found: Oddity): string {
  return FINDING_WORDS[found.kind](found)
}

/** The gravest that is odd and how many more, in a line. */
export function oddWords(findings: readonly Oddity[]): { words: string; kind: string } {
  const stops = findings.filter((found) => found.severity === 'stops').length
  const look = findings.filter((found) => found.severity === 'look').length
  if (stops) return { words: `✕ ${stops} 处办不了`, kind: 'danger' }
  if (look) return { words: `! ${look} 处要问清`, kind: 'watch' }
  return { words: findings.length ? `${findings.length} 处留意` : '没看出不对', kind: 'muted' }
}

export function waitedWords(days: number): string {
  return days === 0 ? '今天交来' : `等了 ${days} 天`
}

export function nearWords(near: Comparison['carers'][number]['near']): string {
  return near === null ? '住处未知' : near ? '住本村' : '不住本村'
}
