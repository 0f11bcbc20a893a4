/** What happened to an elder and the file on them, the latest first. */
import type { Agreement } from '@/api/agreements'
import type { Findings } from '@/api/register'
import type { ReportRow } from '@/api/visits'
import { CAUSE_WORDS, ENTRY_WORDS, TIER_REASON_WORDS, VERDICT_LOOK } from '@/words/findings'
import { LEAVE_WORDS } from '@/words/ledger'
import { ABILITY_WORDS, TIERS } from '@/words/tiers'
import { atHome } from '@/words/time'
import { MODE_WORDS, summary } from '@/words/visit'

type Told = Pick<Findings, 'stays' | 'tiers' | 'assessments' | 'eligibility'>

export interface Happening {
  /** 2026-11-22, by the clock at home. */
  on: string
  words: string
  detail: string
  /** The page that tells more. */
  to?: string
}

export function timelineOf(findings: Told, reports: ReportRow[], papers: Agreement[]): Happening[] {
  const happened = [
    ...findings.stays.flatMap(comings),
    ...findings.tiers.map(tierLine),
    ...findings.assessments.map((one) => line(one.assessed_on, '能力评估', ABILITY_WORDS[one.level])),
    ...judgements(findings),
    ...reports.map((one) => ({
      ...line(dayOf(one.visited_at), `${MODE_WORDS[one.mode]}探访`, `${one.visitor}：${summary('', one)}`),
      to: `/family/report?id=${one.id}`
    })),
    ...papers
      .filter((one) => one.filed_at)
      .map((one) => line(dayOf(one.filed_at!), '委托照顾协议已报备', `编号 ${one.number ?? ''}`))
  ]
  return happened.sort((one, other) => other.on.localeCompare(one.on))
}

const line = (on: string, words: string, detail: string): Happening => ({ on, words, detail })
const dayOf = (at: string) => atHome(at).format('YYYY-MM-DD')

/** Leaving stands above the coming it ended. */
function comings(stay: Findings['stays'][number]): Happening[] {
  const came = line(stay.starts_on, `进入${stay.village}名册`, ENTRY_WORDS[stay.entered])
  if (!stay.ends_on || !stay.left) return [came]
  return [line(stay.ends_on, `离开${stay.village}名册`, LEAVE_WORDS[stay.left]), came]
}

function tierLine(tier: Findings['tiers'][number]): Happening {
  const why = tier.override ? [tier.override.reason] : tier.reasons.map((reason) => TIER_REASON_WORDS[reason])
  return line(tier.starts_on, `等级：${TIERS[tier.tier].words}`, [CAUSE_WORDS[tier.cause], ...why].join('，'))
}

function judgements({ eligibility: { latest, admitted } }: Told): Happening[] {
  const told = [latest, admitted].filter((one) => one !== null)
  const days = new Map(told.map((one) => [`${one.judged_on} ${one.verdict}`, one]))
  return [...days.values()].map((one) => line(one.judged_on, '资格认定', VERDICT_LOOK[one.verdict].words))
}
