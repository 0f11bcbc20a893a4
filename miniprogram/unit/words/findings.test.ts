import { expect, test } from 'vitest'
import type { Elder } from '@/api/elders'
import type { ElderFacts, Findings } from '@/api/register'
import { factLines, wholeFileWords } from '@/words/findings'

const FACTS: ElderFacts = {
  living_alone: true, mobility: 'free', disability: 'none', dementia: null, seriously_ill: false, poor: true,
  minor_at_home: false, registered_here: true, accepts_services: null
}

test('what nobody knows is never told as a no', () => {
  const told = Object.fromEntries(factLines(FACTS).map(({ name, words }) => [name, words]))
  expect(told).toMatchObject({ 失智: '还不清楚', 接受服务: '还不清楚', 重病: '没有', 经济困难: '困难' })
  expect(factLines(FACTS).filter((line) => line.open).map((line) => line.name)).toEqual(['失智', '接受服务'])
})

test('what was confirmed is said back, with what is still missing', () => {
  const file = { elder: { address: '上寨 8 号', ability_level: 'mild', tier: 'high' } as Elder, family: [{}, {}] }
  const words = (missing: string[]) => wholeFileWords(file, { facts: FACTS, tiers: [{ missing }] } as unknown as Findings)
  expect(words([])).toMatch(/^住址：上寨 8 号；家人和受托人：2 位；能力：轻度失能；居住：独居；.*等级：重点$/)
  expect(words(['dementia'])).toMatch(/等级：重点（还有要补的）$/)
})
