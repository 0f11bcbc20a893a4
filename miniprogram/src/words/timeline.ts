/** What happened to an elder and the file on them, in words, the latest first. */
import type { Findings, TimelineRow } from '@/api/register'
import type { Schema } from '@/api/types'
import { CAUSE_WORDS, ENTRY_WORDS, TIER_REASON_WORDS, VERDICT_LOOK } from '@/words/findings'
import { LEAVE_WORDS } from '@/words/ledger'
import { ABILITY_WORDS, TIERS, type Tier } from '@/words/tiers'
import { MODE_WORDS } from '@/words/visit'

export interface Happening {
  key: string
  /** 2026-11-22, by the clock at home. */
  on: string
  words: string
  detail: string
  /** Where two files were joined: no event of the elder's life. */
  quiet: boolean
  /** The page that tells more, and what the way there is called. */
  to?: string
  way?: string
}

export type Told = Pick<Findings, 'tiers' | 'eligibility'>

/** `more`: older lines are still to come, so what is older than the last one waits for them. */
export function timelineOf(rows: readonly TimelineRow[], findings: Told | null, more: boolean): Happening[] {
  const oldest = more ? (rows.at(-1)?.on ?? '') : ''
  const judged = findings ? judgements(findings).filter((one) => one.on >= oldest) : []
  return [...rows.map((row) => lineOf(row, findings)), ...judged].sort((one, other) => other.on.localeCompare(one.on))
}

const SAID: Record<Schema<'Line'>, (row: TimelineRow, findings: Told | null) => Partial<Happening>> = {
  entered: ({ where, what }) => ({ words: `进入${where}名册`, detail: ENTRY_WORDS[what as Schema<'EntryReason'>] }),
  left: ({ where, what }) => ({ words: `离开${where}名册`, detail: LEAVE_WORDS[what as Schema<'LeaveReason'>] }),
  tier: (row, findings) => ({ words: `等级：${TIERS[row.what as Tier].words}`, detail: tierDetail(row, findings) }),
  assessment: ({ what, who }) => ({
    words: '能力评估',
    detail: `${ABILITY_WORDS[what as keyof typeof ABILITY_WORDS]}，${who}登记`
  }),
  visit: ({ id, what, who }) => ({
    words: `${MODE_WORDS[what as keyof typeof MODE_WORDS]}探访`,
    detail: who ?? '',
    to: `/office/visit?id=${id}`,
    way: '看探访记录'
  }),
  agreement_drafted: ({ id }) => ({ words: '写好委托照顾协议', to: `/office/agreement?id=${id}`, way: '看协议' }),
  agreement_filed: ({ id, what }) => ({
    words: '委托照顾协议已报备',
    detail: `编号 ${what}`,
    to: `/office/agreement?id=${id}`,
    way: '看协议'
  }),
  joined: ({ where, what }) => ({
    words: what === 'kept' ? `这份档案并入${where}的档案` : `${where}的另一份档案并到这里`,
    detail: '同一位老人的两份档案合成一份，以前的记录都留着'
  })
}

function lineOf(row: TimelineRow, findings: Told | null): Happening {
  const said = SAID[row.line](row, findings)
  const closed = row.opens ? {} : { to: undefined, way: undefined }
  return { key: row.line + row.id, on: row.on, words: '', detail: '', quiet: row.line === 'joined', ...said, ...closed }
}

function tierDetail({ on, what }: TimelineRow, findings: Told | null): string {
  const span = findings?.tiers.find((one) => one.starts_on === on && one.tier === what)
  if (!span) return ''
  const why = span.override ? [span.override.reason] : span.reasons.map((reason) => TIER_REASON_WORDS[reason])
  return [CAUSE_WORDS[span.cause], ...why].join('，')
}

function judgements({ eligibility: { latest, admitted } }: Told): Happening[] {
  const told = new Map([admitted, latest].filter((one) => one !== null).map((one) => [one.judged_on + one.verdict, one]))
  return [...told].map(([key, one]) => ({
    key,
    quiet: false,
    on: one.judged_on,
    words: '资格认定',
    detail: VERDICT_LOOK[one.verdict].words
  }))
}
