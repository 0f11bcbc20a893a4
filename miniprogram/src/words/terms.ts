/** What an agreement's terms mean for the elder, in sentences short enough to be read aloud. */
import type { AgreementFile, Draft } from '@/api/agreements'
import type { Duty } from '@/words/agreements'
import { dateWords } from '@/words/time'

export interface TermsPart {
  heading: string
  lines: string[]
}

const DUTIES: Record<Duty, (terms: Draft) => string> = {
  look_in: ({ look_in_weekly: times }) => `每周至少来看您 ${times} 次；您不舒服的日子，天天来`,
  meals: () => '帮您吃好一日三餐',
  medicine: () => '提醒您按时吃药，陪您看病、取药',
  safety: () => '帮您看好水、电、火和门窗',
  errands: () => '帮您买东西、交水电费，票据交给您',
  company: () => '陪您说说话，帮您和孩子打电话、视频'
}

/** Nothing where the text was written before its terms were kept: then the text itself is read. */
export function summaryOf(terms: Draft | null, parties: AgreementFile['parties']): TermsPart[] {
  if (!terms) return []
  const name = (id: string) => parties.find((party) => party.member_id === id)?.name ?? ''
  const care = terms.kind === 'care' ? careOf(terms, terms.caregivers.map(name).join('、')) : []
  return [
    ...care,
    { heading: '孩子做这些', lines: terms.supporters.map((one) => promiseWords(name(one.member_id), one)) },
    ...(terms.special ? [{ heading: '家里另外商量好的', lines: [terms.special] }] : []),
    {
      heading: '您说了算',
      lines: [
        '房子、存款、证件还是您自己管',
        '什么时候不愿意了，说一声，马上就停',
        ...(terms.legal_agent ? [`${name(terms.legal_agent)}是您的法定代理人，也要签字`] : []),
        `从 ${dateWords(terms.starts_on)}到 ${dateWords(terms.ends_on)}`
      ]
    }
  ]
}

function careOf(terms: Draft, carers: string): TermsPart[] {
  const duties = terms.duties.map((duty) => DUTIES[duty as Duty](terms))
  const money = terms.fee_monthly ? `孩子每月给 ${terms.fee_monthly} 元，不用您出` : '不收钱'
  return [
    { heading: `${carers}来照看您`, lines: [...duties, money] },
    {
      heading: '有急事先救您',
      lines: [
        '先打急救电话，再马上告诉孩子和村委会',
        ...(terms.advance_limit ? [`可以先垫 ${terms.advance_limit} 元，孩子来还`] : []),
        ...(terms.keys_held ? ['您家一把钥匙交给他，只在看您和救急时用'] : [])
      ]
    }
  ]
}

const OFTEN: Record<number, string> = { 1: '每天', 7: '至少每周', 15: '至少每半个月' }

/** 王强：至少每周打一次电话，每年回来看您 2 次，每月给 300 元 */
export function promiseWords(name: string, promise: Draft['supporters'][number]): string {
  const parts = [
    `${OFTEN[promise.call_every] ?? `至少每 ${promise.call_every} 天`}打一次电话`,
    promise.visits_yearly ? `每年回来看您 ${promise.visits_yearly} 次` : '',
    promise.monthly ? `每月给 ${promise.monthly} 元` : '',
    promise.task.trim()
  ]
  return `${name}：${parts.filter(Boolean).join('，')}`
}

/** As it is read aloud, sentence by sentence. */
export function spokenSummary(who: string, parts: TermsPart[]): string[] {
  return [`${who}，这是您的照顾协议。`, ...parts.flatMap(({ heading, lines }) => [heading, ...lines])]
}
