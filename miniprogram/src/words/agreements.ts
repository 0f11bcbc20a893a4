/** What an agreement is, how it stands, what an act upon it is worth: in words. */
import type { AgreementFile, Agreement, Reason } from '@/api/agreements'
import { atHome, dateWords, dayWords, dueWords, momentWords } from '@/words/time'

export interface StepView {
  key: string
  state: 'done' | 'now' | 'later' | 'refused'
  words: string
  detail: string
  /** Whose step it is, to show a face. */
  face?: string
}

export const KIND_WORDS: Record<Agreement['kind'], string> = { care: '委托照顾协议', support: '赡养协议' }

export const STATE_WORDS: Record<Agreement['state'], string> = {
  draft: '等各方签字',
  signed: '各方签好了，等老人当面同意',
  consented: '老人同意了，等交给村委会',
  handed_in: '已交给村委会，等报备编号',
  returned: '村委会退回，要改一改',
  filed: '已报备',
  suspended: '暂停中',
  elder_declined: '老人现在不愿意，先不办',
  declined: '有人不同意，已停办',
  withdrawn: '已撤回',
  ended: '已结束',
  superseded: '已由新的一份接替'
}

type Waiting = NonNullable<Agreement['waits_for']>

/** What waits for the person who looks. */
export const WAITING_WORDS: Partial<Record<Waiting, string>> = {
  rewrite: '协议被退回，等您改',
  sign: '协议等您签字',
  accept: '协议等您接受',
  consent: '协议等您请老人当面同意',
  ask_again: '老人上次不愿意，过些天再问问',
  hand_in: '协议等您交给村委会',
  file: '协议等您报备编号'
}

export const REASON_WORDS: Record<Reason, string> = {
  term: '期限到了',
  supporter: '孩子提出结束',
  caregiver: '照顾的人提出结束',
  elder: '老人不愿意了',
  died: '老人过世了',
  capacity: '老人不能自己拿主意了',
  child_home: '孩子回来长住了',
  child_home_a_while: '孩子回来短住',
  caregiver_ill: '照顾的人病了、来不了',
  caregiver_gone: '照顾的人不再担任',
  hospital: '老人住院',
  moved: '老人搬走了',
  left_register: '老人不在名册上了',
  newer_agreement: '签了新的一份'
}

/** What a visitor's card says: the step that waits, and when an elder wanted to be asked again. */
export function cardWords(card: { waits_for: Waiting | null; ask_again_on: string | null }, now: Date = new Date()): string {
  const day = card.ask_again_on && dayOf(card.ask_again_on, now)
  if (day && card.waits_for === 'ask_again') return `老人上次不愿意，${day}可以再问问`
  if (day && card.waits_for === 'consent') return `老人说改天再定，${day}再问`
  return card.waits_for ? (WAITING_WORDS[card.waits_for] ?? '') : ''
}

/** When to ask an elder again: who is not in the mood today, and who said no. In days. */
export const AGAIN_SOON = [
  { value: '1', words: '明天' },
  { value: '3', words: '三天后' },
  { value: '7', words: '下周' }
]
export const AGAIN_LATER = [
  { value: '30', words: '一个月后' },
  { value: '90', words: '三个月后' }
]

/** How it stands today, in a sentence or two. */
export function standingWords(paper: Agreement, now: Date = new Date()): string {
  const why = paper.reason ? `：${REASON_WORDS[paper.reason]}` : ''
  switch (paper.state) {
    case 'draft':
      return draftWords(paper, now)
    case 'signed':
      return paper.ask_again_on ? `各方签好了。老人说改天再定，${dayOf(paper.ask_again_on, now)}再问` : STATE_WORDS.signed
    case 'elder_declined':
      return `老人现在不愿意，先不办${paper.ask_again_on ? `。${dayOf(paper.ask_again_on, now)}可以再问问` : ''}`
    case 'filed':
      return filedWords(paper, now)
    case 'suspended':
      return `暂停中${why}${paper.until ? `，到${dateWords(paper.until)}` : ''}`
    case 'ended':
      return `已结束${why}`
    default:
      return STATE_WORDS[paper.state]
  }
}

/** Those asked did not sign in time; a child or the committee can put the day off. */
export function invitationOver({ state, respond_by }: Agreement, now: Date = new Date()): boolean {
  return state === 'draft' && respond_by !== null && respond_by < atHome(now).format('YYYY-MM-DD')
}

function draftWords(paper: Agreement, now: Date): string {
  const { respond_by } = paper
  if (!respond_by) return STATE_WORDS.draft
  return invitationOver(paper, now) ? `${STATE_WORDS.draft}。期限到${dateWords(respond_by)}，已经过了，要由写协议的孩子或村委会延长`
    : `${STATE_WORDS.draft}，请在${dateWords(respond_by)}前签好`
}

function filedWords({ phase, starts_on, ends_on }: Agreement, now: Date): string {
  if (phase === 'waiting') return `已报备，${dateWords(starts_on)}开始`
  if (phase === 'renewal_due') return `已报备，${dueWords(ends_on, now, '今天到期')}，该商量续签了`
  if (phase === 'over') return `期限到${dateWords(ends_on)}为止，已经过了`
  return '已报备，正在照着做'
}

function dayOf(day: string, now: Date): string {
  return dayWords(`${day}T12:00:00+08:00`, now)
}

export const ACT_WORDS: Record<AgreementFile['acts'][number]['kind'], string> = {
  view: '打开看过',
  sign: '签字',
  accept: '接受委托',
  consent: '老人同意',
  postpone: '老人说改天',
  refuse: '老人不同意',
  witness: '见证',
  hand_in: '交给村委会',
  return: '退回',
  confirm: '报备',
  decline: '不同意',
  paper: '纸质协议拍照'
}

export type Act = AgreementFile['acts'][number]

/** What the law makes of an act, said plainly (电子签名法 art. 13). */
export const STRENGTH_WORDS: Record<Act['strength'], string> = {
  signature: '本人在自己手机上签的字：法律上算数的电子签名，和亲笔签名一样。',
  witnessed: '有见证人在场的当面表示，留有笔迹、手印或原话。拿的是别人的手机，所以不叫电子签名。',
  paper: '纸上签名、盖章的照片，以纸质原件为准。',
  record: '平台记下的一步，能证明办过这件事，但不是签名。'
}

const MEANS_WORDS: Record<Act['means'], string> = {
  handwriting: '手写', fingerprint: '按手印', spoken: '口头说的', paper: '纸质', tap: ''
}

/** 10 月 3 日上午 9:00，按手印，志愿者念给老人听，见证人张三 */
export function actWords(act: Act, now: Date = new Date()): string {
  const read = act.read_by ? (act.read_by === 'phone' ? '手机读给老人听' : '志愿者念给老人听') : ''
  const parts = [momentWords(act.done_at, now), MEANS_WORDS[act.means], read, act.witness ? `见证人${act.witness}` : '']
  return parts.filter(Boolean).join('，')
}

export const DUTY_WORDS = {
  look_in: '上门看望',
  meals: '做饭送饭',
  medicine: '提醒吃药',
  safety: '看好水电火',
  errands: '买东西跑腿',
  company: '说话陪伴'
} as const

export type Duty = keyof typeof DUTY_WORDS

const REACHED: Agreement['state'][] = ['draft', 'signed', 'consented', 'handed_in', 'filed']
const FILED: Agreement['state'][] = ['filed', 'suspended', 'ended', 'superseded']
/** What each role does in its step. */
const DOES: Partial<Record<Party['role'], string>> = { supporter: '签字', legal_agent: '作为法定代理人签字', caregiver: '答应照顾' }

type Party = AgreementFile['parties'][number]

/** The road of one agreement from first words to filing, party by party, with faces and dates. */
export function stepsOf({ agreement, parties, acts }: AgreementFile, now: Date = new Date()): StepView[] {
  const place = placeOf(agreement)
  const state = (done: boolean, here: boolean): StepView['state'] => (done ? 'done' : here ? 'now' : 'later')
  const signing = parties
    .filter((party) => party.role !== 'elder')
    .map((party, index) => ({
      key: `${party.role}-${party.member_id ?? index}`,
      state: declinedBy(acts, party) ? ('refused' as const) : state(Boolean(party.signed_at), place === 0),
      words: `${party.name}${party.relation ? `（${party.relation}）` : ''}${DOES[party.role] ?? ''}`,
      detail: declinedBy(acts, party) ? '不同意' : party.signed_at ? momentWords(party.signed_at, now) : '',
      face: party.name
    }))
  return [
    { key: 'draft', state: 'done', words: '写好协议', detail: momentWords(agreement.drafted_at, now) },
    ...signing,
    elderStep(agreement, acts, place, now),
    {
      key: 'hand_in',
      state: agreement.state === 'returned' ? 'refused' : state(place >= 3, place === 2),
      words: agreement.state === 'returned' ? '村委会退回' : '交给村委会',
      detail: agreement.handed_in_at ? momentWords(agreement.handed_in_at, now) : ''
    },
    {
      key: 'file',
      state: state(place === 4, place === 3),
      words: '村委会报备编号',
      detail: agreement.filed_at ? `${dateWords(agreement.filed_at)}，编号 ${agreement.number ?? ''}` : ''
    }
  ]
}

/** How far along the road; -1 where it was left. */
function placeOf(agreement: Agreement): number {
  if (agreement.state === 'returned') return 0
  return agreement.filed_at && FILED.includes(agreement.state) ? 4 : REACHED.indexOf(agreement.state)
}

function declinedBy(acts: Act[], party: Party): boolean {
  return acts.some((act) => act.kind === 'decline' && !act.void && act.actor === party.name)
}

function elderStep(agreement: Agreement, acts: Act[], place: number, now: Date): StepView {
  const said = acts.filter((act) => !act.void && ['consent', 'postpone', 'refuse'].includes(act.kind)).at(-1)
  const step = { key: 'elder', words: `${agreement.elder}当面同意`, detail: '', face: agreement.elder }
  if (said?.kind === 'consent') return { ...step, state: 'done', detail: actWords(said, now) }
  if (agreement.state === 'elder_declined') {
    const again = agreement.ask_again_on ? `，${dayOf(agreement.ask_again_on, now)}可以再问问` : ''
    return { ...step, state: 'refused', words: `${agreement.elder}现在不愿意`, detail: `听老人的，先不办${again}` }
  }
  if (place === 1 && agreement.ask_again_on) {
    return { ...step, state: 'now', detail: `老人说改天再定，${dayOf(agreement.ask_again_on, now)}再问` }
  }
  return { ...step, state: place === 1 ? 'now' : 'later' }
}
