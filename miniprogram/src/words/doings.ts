/** What somebody of the family may do with an agreement besides the one step that waits. Pure. */
import type { AgreementFile, Reason } from '@/api/agreements'
import type { Role } from '@/stores/session'
import { atHome, dayAfter } from '@/words/time'

export type Doing = 'join' | 'renew' | 'resume' | 'extend' | 'rewrite' | 'decline' | 'suspend' | 'withdraw' | 'end'

export const DOING_WORDS: Record<Doing, string> = {
  join: '我也是子女，我也签',
  renew: '商量续签',
  resume: '接着照做，不再暂停',
  extend: '多给些时间签字',
  rewrite: '改一改再签',
  decline: '我不同意',
  suspend: '暂停一阵子',
  withdraw: '先不办了，撤回',
  end: '结束这份协议'
}

type Choice = { value: Reason; words: string }

export const SUSPEND_REASONS: Choice[] = [
  { value: 'child_home_a_while', words: '孩子回来短住' },
  { value: 'caregiver_ill', words: '照顾的人来不了' },
  { value: 'hospital', words: '老人住院' }
]

/** Whose reason it is to give. */
export const END_REASONS: Partial<Record<Role, Choice[]>> = {
  supporter: [
    { value: 'child_home', words: '孩子回来长住' },
    { value: 'caregiver_ill', words: '照顾的人来不了' },
    { value: 'moved', words: '老人搬走了' },
    { value: 'supporter', words: '家里另有安排' }
  ],
  caregiver: [
    { value: 'caregiver_ill', words: '我病了，来不了' },
    { value: 'caregiver', words: '我照顾不了了' }
  ]
}

const SIGNING = ['draft', 'signed']
const UNFILED = [...SIGNING, 'consented', 'handed_in', 'returned', 'elder_declined']
const STANDING = ['filed', 'suspended']
const REMIND_DAYS = 7

/** `mine` are the member ids that are this person's own. */
export function doingsFor(file: AgreementFile, role: Role | null, mine: readonly string[], now: Date = new Date()): Doing[] {
  if (role !== 'supporter' && role !== 'caregiver') return []
  const { agreement, parties } = file
  const child = role === 'supporter'
  const own = parties.filter((party) => party.member_id !== null && mine.includes(party.member_id) && (party.role === 'caregiver') !== child)
  const within = (states: string[]) => states.includes(agreement.state)
  const soon = agreement.respond_by !== null && agreement.respond_by <= dayAfter(atHome(now).format('YYYY-MM-DD'), REMIND_DAYS)
  const unsigned = parties.some((party) => party.role !== 'elder' && party.asked && !party.signed_at)
  const holds = own.length > 0
  const possible: Record<Doing, boolean> = {
    join: file.may_join,
    renew: child && within(STANDING) && (agreement.phase === 'renewal_due' || agreement.phase === 'over'),
    resume: child && holds && agreement.state === 'suspended',
    extend: child && within(SIGNING) && unsigned && soon,
    rewrite: child && within(SIGNING),
    decline: own.some((party) => party.asked && (!child || !party.signed_at)) && within(UNFILED),
    suspend: holds && agreement.state === 'filed' && agreement.phase !== 'over',
    withdraw: child && within(UNFILED),
    end: holds && within(STANDING)
  }
  return (Object.keys(possible) as Doing[]).filter((doing) => possible[doing])
}
