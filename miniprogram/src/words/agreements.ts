/** How far along an agreement is, in words. */
import type { AgreementFile, Agreement } from '@/api/agreements'
import { dateWords, momentWords } from '@/words/time'

export interface StepView {
  key: string
  state: 'done' | 'now' | 'later' | 'refused'
  words: string
  detail: string
}

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

export const DUTY_WORDS = {
  look_in: '每天看望',
  meals: '做饭送饭',
  medicine: '提醒吃药',
  safety: '看好水电火',
  errands: '买东西跑腿',
  company: '说话陪伴'
} as const

export type Duty = keyof typeof DUTY_WORDS

const REACHED: Agreement['state'][] = ['draft', 'signed', 'consented', 'handed_in', 'filed']

/** The road of one agreement from first words to filing, with who and when. */
export function stepsOf({ agreement, acts }: AgreementFile): StepView[] {
  const alive = acts.filter((act) => !act.void)
  const signers = alive.filter((act) => act.kind === 'sign')
  const acceptance = alive.find((act) => act.kind === 'accept')
  const consent = alive.find((act) => act.kind === 'consent')
  const place = REACHED.indexOf(agreement.state === 'returned' ? 'draft' : agreement.state)
  const stopped = place < 0
  const state = (done: boolean, now: boolean): StepView['state'] => (done ? 'done' : now && !stopped ? 'now' : 'later')
  const when = (at: string) => momentWords(at)
  return [
    { key: 'draft', state: 'done', words: '写好协议', detail: when(agreement.drafted_at) },
    {
      key: 'sign',
      state: state(signers.length > 0, place === 0),
      words: `${agreement.supporter}签字`,
      detail: signers.map((act) => `${act.actor ?? ''} ${when(act.done_at)}`).join('；')
    },
    {
      key: 'accept',
      state: state(Boolean(acceptance), place === 0),
      words: `${agreement.caregiver ?? ''}接受委托`,
      detail: acceptance ? when(acceptance.done_at) : ''
    },
    {
      key: 'consent',
      state: state(Boolean(consent), place === 1),
      words: `${agreement.elder}当面同意`,
      detail: consent ? `${when(consent.done_at)}，见证人${consent.witness ?? ''}` : ''
    },
    {
      key: 'hand_in',
      state: agreement.state === 'returned' ? 'refused' : state(place >= 3, place === 2),
      words: agreement.state === 'returned' ? '村委会退回' : '交给村委会',
      detail: agreement.handed_in_at ? when(agreement.handed_in_at) : ''
    },
    {
      key: 'file',
      state: state(place === 4, place === 3),
      words: '村委会报备编号',
      detail: agreement.filed_at ? `${dateWords(agreement.filed_at)}，编号 ${agreement.number ?? ''}` : ''
    }
  ]
}
