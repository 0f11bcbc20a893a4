/** Concerns and incidents as people say them. */
import type {
  ConcernKind,
  Incident,
  IncidentLevel,
  IncidentStep,
  IncidentStepRow,
  NamedPart,
  Outcome,
  Service,
  Watch
} from '@/api/incidents'
import type { StepView } from '@/words/agreements'
import { momentWords } from '@/words/time'

/** In the order the screen offers them: what cannot wait first. */
export const CONCERN_WORDS: Record<ConcernKind, { words: string; hint: string; mark: string }> = {
  critical_illness: { words: '突发急病', hint: '昏倒、胸痛、摔伤起不来', mark: '✚' },
  harm: { words: '被人伤害', hint: '打骂、欺负、骗钱、没人管', mark: '!' },
  wandering: { words: '走失、流浪', hint: '找不到人、在外乞讨', mark: '?' },
  disaster: { words: '遭了灾', hint: '火、水、房子、煤气', mark: '△' },
  mental_illness: { words: '精神很不好', hint: '想不开、认不得人、伤人', mark: '~' },
  illness: { words: '生病了', hint: '不吃饭、发烧、走不动', mark: '+' },
  hardship: { words: '生活困难', hint: '没吃的、没钱看病', mark: '○' },
  other: { words: '别的情况', hint: '说不清楚也可以报', mark: '…' }
}

export const PART_WORDS: Record<NamedPart, string> = {
  visitor: '来探访的人',
  caregiver: '受托照顾的人',
  child: '子女',
  committee: '村干部'
}

export const LEVEL_WORDS: Record<IncidentLevel, string> = { village: '村里', township: '乡镇', county: '县里' }

export const STATE_WORDS: Record<Incident['state'], string> = {
  raised: '还没人接手',
  acknowledged: '有人接手了',
  handling: '正在处理',
  handed_over: '已移交',
  closed: '已办结',
  reviewed: '已办结，回看过了'
}

export const SERVICE_WORDS: Record<Service, string> = { police: '派出所（110）', ambulance: '急救（120）', other: '别的部门' }
export const OUTCOME_CHOICES: { value: Outcome; words: string }[] = [
  { value: 'settled', words: '处理好了' },
  { value: 'unfounded', words: '核实过，没有这回事' }
]
export const WATCH_WORDS: Record<Watch, string> = { day: '白天', night: '夜里' }

/** What an office can do, as its button says it. */
export const DO_WORDS: Partial<Record<IncidentStep, string>> = {
  acknowledge: '我来接手',
  handle: '记下怎么处理的',
  hand_over: '移交 110、120',
  pass_up: '请上一级来办',
  close: '办结',
  review: '回看'
}

const DONE_WORDS: Record<IncidentStep, string> = {
  raise: '上报',
  ask: '通知值班人',
  alarm: '各级都没人接手，再次通知所有人',
  ring: '打电话',
  acknowledge: '接手',
  handle: '处理',
  hand_over: '移交',
  pass_up: '请上一级来办',
  close: '办结',
  review: '回看'
}

/** 不到 1 分钟, 还有 5 分钟, 已超 3 分钟, 已超 2 小时 */
export function minutesWords(dueAt: string, now: Date = new Date()): string {
  const left = Math.floor((new Date(dueAt).getTime() - now.getTime()) / 60_000)
  const length = (minutes: number) => (minutes >= 120 ? `${Math.floor(minutes / 60)} 小时` : `${minutes} 分钟`)
  if (left >= 1) return `还有 ${length(left)}`
  if (left === 0) return '不到 1 分钟'
  return `已超 ${length(-left)}`
}

/** The clock of an incident nobody has answered. */
export function clockLine(incident: Incident, now: Date = new Date()): string {
  if (incident.state !== 'raised' || !incident.due_at) return incident.owner ? `${incident.owner}接手` : ''
  const next = incident.level === 'village' ? '转乡镇' : incident.level === 'township' ? '转县里' : '再通知所有人'
  return `等${LEVEL_WORDS[incident.level]}接手，${minutesWords(incident.due_at, now)}后${next}`
}

/** The unanswered first, the nearest to its time before the others. */
export function byClock(one: Incident, other: Incident): number {
  const rank = (incident: Incident) => (incident.state === 'raised' && incident.due_at ? new Date(incident.due_at).getTime() : Infinity)
  return rank(one) - rank(other) || other.raised_at.localeCompare(one.raised_at)
}

export function stepViews(steps: IncidentStepRow[], now: Date = new Date()): StepView[] {
  return steps.map((step, index) => ({
    key: `${index}-${step.step}`,
    state: !step.done_at ? 'later' : step.step === 'alarm' || (step.step === 'ask' && !step.who) ? 'refused' : 'done',
    words: stepWords(step),
    detail: [stepTime(step, now), step.taken_by && `接收：${step.taken_by}`, step.words].filter(Boolean).join('；'),
    face: step.done_at && step.who ? step.who : undefined
  }))
}

function stepWords(step: IncidentStepRow): string {
  if (step.step === 'ask' && step.level) {
    if (!step.done_at) return `没人接手就通知${LEVEL_WORDS[step.level]}`
    return step.who ? `通知${LEVEL_WORDS[step.level]}值班人${step.who}` : `${LEVEL_WORDS[step.level]}没有定值班人，直接通知上一级`
  }
  if (step.step === 'alarm' && !step.done_at) return '还没人接手就再通知所有人'
  const what = step.service ? `移交${SERVICE_WORDS[step.service]}` : DONE_WORDS[step.step]
  return step.who ? `${step.who}${what}` : what
}

function stepTime(step: IncidentStepRow, now: Date): string {
  return momentWords(step.happened_at ?? step.done_at ?? step.due_at, now)
}
