import { describe, expect, it } from 'vitest'
import { leftWords } from '@/words/tasks'

const NOW = new Date('2026-03-10T01:00:00Z')

describe('how long there is still time', () => {
  it.each([
    ['2026-03-13T01:00:00Z', '还有 3 天'],
    ['2026-03-12T00:59:00Z', '还有 47 小时'],
    ['2026-03-10T02:00:00Z', '还有 1 小时'],
    ['2026-03-10T01:59:00Z', '不到 1 小时'],
    ['2026-03-10T01:00:00Z', '刚刚超时'],
    ['2026-03-09T20:00:00Z', '已超 5 小时'],
    ['2026-03-08T01:00:00Z', '已超 2 天']
  ])('%s: %s', (due, words) => {
    expect(leftWords(due, NOW)).toBe(words)
  })
})
