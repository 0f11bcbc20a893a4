import { expect, test } from 'vitest'
import type { Findings, TimelineRow } from '@/api/register'
import { timelineOf } from '@/words/timeline'

const row = (on: string, line: TimelineRow['line'], what: string, more: Partial<TimelineRow> = {}): TimelineRow => ({
  on, line, id: `${line}-${on}`, what, where: null, who: null, opens: true, ...more
})
const ROWS = [
  row('2026-11-15', 'visit', 'home', { who: '张晓敏' }),
  row('2026-10-19', 'tier', 'high'),
  row('2026-10-19', 'entered', 'found', { where: '松树坪村' })
]
const judged = (on: string) => ({ verdict: 'admitted', judged_on: on }) as unknown as Findings['eligibility']['latest']
const findings = (on: string, override: object | null = null) =>
  ({
    tiers: [{ tier: 'high', reasons: ['aged_80'], cause: 'registered', starts_on: '2026-10-19', override }],
    eligibility: { latest: judged(on), admitted: judged(on) }
  }) as unknown as Findings

test('tells each line in words, a judgement once, at its place', () => {
  const lines = timelineOf(ROWS, findings('2026-11-01'), false)
  expect(lines.map((one) => one.words)).toEqual(['上门探访', '资格认定', '等级：重点', '进入松树坪村名册'])
  expect(lines[0]).toMatchObject({ detail: '张晓敏', to: '/office/visit?id=visit-2026-11-15' })
  expect(lines[2]!.detail).toBe('登记入册，年满 80 周岁')
})

test('a tier decided otherwise gives the person’s own reason', () => {
  expect(timelineOf(ROWS, findings('2026-11-01', { reason: '刚动过手术' }), false)[2]!.detail).toBe('登记入册，刚动过手术')
})

test('what is older than the page so far waits for its place', () => {
  const lines = (more: boolean) => timelineOf(ROWS, findings('2026-08-01'), more).map((one) => one.words)
  expect(lines(true)).not.toContain('资格认定')
  expect(lines(false).at(-1)).toBe('资格认定')
})

test('says quietly where two files were joined, and opens only what the reader sees', () => {
  const joined = row('2026-11-20', 'joined', 'double', { where: '石板村' })
  const there = row('2026-11-18', 'visit', 'home', { opens: false })
  const [first, second] = timelineOf([joined, there], null, false)
  expect(first).toMatchObject({ quiet: true, words: '石板村的另一份档案并到这里' })
  expect(second).toMatchObject({ quiet: false, words: '上门探访', to: undefined })
})

test('two files’ tiers of one day keep their own reasons', () => {
  const told = findings('2026-11-01')
  told.tiers.unshift({ ...told.tiers[0]!, tier: 'medium', reasons: ['moves_with_difficulty'] })
  expect(timelineOf(ROWS, told, false)[2]!.detail).toBe('登记入册，年满 80 周岁')
})

test('stands without the findings', () => {
  expect(timelineOf(ROWS, null, false)[1]).toMatchObject({ words: '等级：重点', detail: '' })
})
