/** Contacts, talks and the committee's reminders to those who owe support, in words. */
import type { CaseState, CaseStep, ContactKind, DutyCase, DutyStep, Ground, KeepingTouch, TalkWay, ToldBy } from '@/api/families'
import { dateWords, dayWords, lengthWords, stampWords } from '@/words/time'

export const CONTACT_WORDS: Record<ContactKind, string> = {
  family_call: '亲情连线',
  phone: '打电话',
  video: '视频',
  visit: '回家看望',
  message: '发消息'
}
export const DECLARED: ContactKind[] = ['phone', 'video', 'visit', 'message']

export const TALK_WORDS: Record<TalkWay, string> = {
  phone: '打电话',
  message: '短信或微信',
  video: '视频',
  in_person: '当面'
}

/** For a day without a clock: noon at home is on that day everywhere. */
export const onDay = (day: string): string => dayWords(`${day}T12:00:00+08:00`)

/** 上次联系：周四; 上次联系：10 月 3 日，该联系一下了 */
export function touchWords(one: KeepingTouch): string {
  const last = one.last_on ? `上次联系：${onDay(one.last_on)}` : '还没有记过联系'
  return one.due ? `${last}，该联系一下了` : last
}

export const everyWords = (days: number): string => (days === 1 ? '每天联系' : `每 ${days} 天联系一次`)

/** How long they talked, where that is known. */
export const contactLength = (seconds: number): string => (seconds ? `，${lengthWords(seconds)}` : '')

export const GROUND_WORDS: Record<Ground, string> = {
  no_contact: '长期不联系、不看望',
  no_money: '不给生活费',
  no_care: '生病或不能自理时不照料',
  property: '侵占老人的财产',
  abuse: '打骂、虐待',
  abandonment: '遗弃、拒绝赡养'
}

export const CASE_WORDS: Record<CaseState, string> = {
  opened: '已登记，还没有劝诫',
  warned: '已劝诫，等听家人说',
  heard: '听过家人，等村委会决定',
  listed: '在家庭赡养责任提醒名单上',
  appealed: '本人申诉，等乡镇答复',
  upheld: '申诉后维持，仍在名单上',
  no_breach: '核实没有不尽责',
  passed_on: '已转交',
  closed: '已结束，没有列入名单',
  expired: '到期，已移出名单',
  corrected: '已改正，提前移出名单',
  lifted: '申诉成立，已移出名单'
}

export const STEP_WORDS: Record<CaseStep, string> = {
  open: '登记',
  warn: '劝诫',
  invite: '通知来说说情况',
  hear: '听家人说',
  not_come: '通知两次没有来',
  find_no_breach: '核实没有不尽责',
  list: '列入提醒名单',
  pass_on: '转交有关部门',
  appeal: '本人申诉',
  uphold: '维持决定',
  lift: '撤下提醒',
  correct: '已改正，提前移出',
  close: '不列名单，就此结束',
  police: '移交派出所',
  expire: '到期移出名单',
  lapse: '老人离册，自动结束'
}

export const TOLD_WORDS: Record<ToldBy, string> = { in_person: '当面', phone: '电话', letter: '书面', message: '短信或微信' }

/** What the words of a step say; the supporter reads those of a decision. */
export const STEP_ASKS: Partial<Record<CaseStep, string>> = {
  warn: '怎么劝的',
  invite: '还说了什么（可不填）',
  hear: '家人怎么说',
  not_come: '情况（可不填）',
  find_no_breach: '核实的情况（本人看得到）',
  list: '决定的理由（本人看得到）',
  pass_on: '转给谁，为什么（本人看得到）',
  uphold: '维持的理由（本人看得到）',
  lift: '撤下的理由（本人看得到）',
  correct: '家里怎么改的（本人看得到）',
  close: '为什么结束（本人看得到）',
  police: '接警单号或对方的答复'
}

/** The one step that comes next, of those possible: nobody is heard who was never told when. Decisions are not ours. */
export function nextStep(one: DutyCase, possible: readonly CaseStep[]): CaseStep | undefined {
  const next: CaseStep | undefined = one.state === 'opened' ? 'warn' : one.state === 'warned' ? (one.invited ? 'hear' : 'invite') : undefined
  return next && possible.includes(next) ? next : undefined
}

/** What one does now, in a line. */
export const NOW_WORDS: Partial<Record<CaseState, string>> = {
  opened: '先当面或打电话劝一劝',
  warned: '约个日子，听听家人怎么说',
  heard: '村委会商量后作出决定',
  listed: '等到期，或家里改正了提前移出',
  appealed: '等乡镇答复申诉',
  upheld: '等到期，或家里改正了提前移出'
}

/** What stands beside a step's name: how one was told, for when, until when, where. */
export function detailWords(one: DutyStep): string {
  const told = [
    one.means && TOLD_WORDS[one.means],
    one.hearing_on && `约在 ${dateWords(one.hearing_on)}`,
    one.until && `到 ${dateWords(one.until)}`,
    one.station,
    one.at && stampWords(one.at)
  ].filter(Boolean)
  return told.length ? `（${told.join('，')}）` : ''
}
