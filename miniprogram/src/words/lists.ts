/** The register's lists in words. */
import type { AlertKind, Leaver, SideBySide } from '@/api/lists'
import { LEAVE_WORDS } from '@/words/ledger'
import { TIERS } from '@/words/tiers'
import { dateWords } from '@/words/time'

const WHY: Record<AlertKind, string> = {
  must_not_live_alone: '中度及以上失能，却独自居住',
  a_child_should_stay: '重病或生活不能自理，身边要有子女',
  high_risk: '风险评定为高',
  key_help: '经济困难'
}

/** Why somebody is on the key help list; with none of the alerts it is hardship. */
export const whyHelped = (alerts: readonly AlertKind[]): string[] =>
  alerts.length ? alerts.map((kind) => WHY[kind]) : [WHY.key_help]

/** `''` where nobody wrote it down. */
export function whereTo(leaver: Leaver): string {
  if (leaver.where_to) return leaver.where_to
  if (leaver.next_village) return leaver.next_village
  return leaver.kept_id ? '并到另一份档案' : ''
}

export const leftWords = (leaver: Leaver): string => `${dateWords(leaver.left_on)}，${LEAVE_WORDS[leaver.reason]}`

export interface Compared {
  name: string
  words: [string, string]
  differs: boolean
}

type Line = [name: string, tell: (file: SideBySide) => string]
const LINES: Line[] = [
  ['村', (file) => file.village],
  ['住址', (file) => file.address],
  ['性别', (file) => (file.gender === 'female' ? '女' : '男')],
  ['出生', (file) => dateWords(file.born_on)],
  ['身份证号', (file) => (file.has_number ? '已登记' : '没有登记')],
  ['等级', (file) => TIERS[file.tier as keyof typeof TIERS].words],
  ['居住', (file) => (file.living_alone ? '独居' : '和家人同住')],
  ['家人', (file) => file.family.join('、') || '没有登记'],
  ['志愿者', (file) => `${file.volunteers} 位`],
  ['探访记录', (file) => `${file.visits} 次`],
  ['协议', (file) => `${file.agreements} 份${file.in_use ? '，有正在办或生效的协议、连线' : ''}`],
  ['登记', (file) => dateWords(file.registered_on)],
  ['最近核实', (file) => (file.confirmed_on ? dateWords(file.confirmed_on) : '还没有')],
  ['在册', (file) => (file.left_on ? `已离册，${dateWords(file.left_on)}` : '在册')]
]

/** Two files, line by line. */
export function sideBySide(one: SideBySide, other: SideBySide): Compared[] {
  return LINES.map(([name, tell]) => {
    const words: [string, string] = [tell(one), tell(other)]
    return { name, words, differs: words[0] !== words[1] }
  })
}
