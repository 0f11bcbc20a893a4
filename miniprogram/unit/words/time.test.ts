import { describe, expect, test } from 'vitest'
import { clockWords, dateWords, dayWords, dueWords, greeting, lengthWords, momentWords } from '@/words/time'

/** A Sunday evening in China, whatever the machine's own zone is. */
const NOW = new Date('2026-11-22T18:30:00+08:00')

describe('a moment', () => {
  test.each([
    ['2026-11-22T19:30:00+08:00', '今晚 7:30'],
    ['2026-11-22T15:00:00+08:00', '今天下午 3:00'],
    ['2026-11-21T09:05:00+08:00', '昨天上午 9:05'],
    ['2026-11-23T12:30:00+08:00', '明天中午 12:30'],
    ['2026-11-22T00:10:00+08:00', '今天凌晨 12:10'],
    ['2026-11-19T20:00:00+08:00', '周四晚上 8:00'],
    ['2026-11-12T20:00:00+08:00', '上周四晚上 8:00'],
    ['2026-11-27T20:00:00+08:00', '下周五晚上 8:00'],
    ['2026-10-14T17:16:00+08:00', '10 月 14 日下午 5:16'],
    ['2025-12-31T17:16:00+08:00', '2025 年 12 月 31 日下午 5:16']
  ])('%s is %s', (at, words) => {
    expect(momentWords(at, NOW)).toBe(words)
  })

  test('is told by the clock at home, not the one in UTC', () => {
    expect(momentWords('2026-11-22T17:00:00Z', NOW)).toBe('明天凌晨 1:00')
    expect(dayWords('2026-11-21T16:30:00Z', NOW)).toBe('今天')
    expect(clockWords('2026-11-21T16:30:00Z', NOW)).toBe('凌晨 12:30')
  })
})

test.each([
  ['2026-11-22', '今天该探访了'],
  ['2026-11-20', '已过期 2 天'],
  ['2026-11-23', '明天到期'],
  ['2026-11-30', '还有 8 天到期']
])('a visit due on %s: %s', (day, words) => {
  expect(dueWords(day, NOW)).toBe(words)
})

test('papers carry the whole date', () => {
  expect(dateWords('2026-11-02')).toBe('2026 年 11 月 2 日')
  expect(dateWords('2026-11-01T16:00:00Z')).toBe('2026 年 11 月 2 日')
})

test('lengths are rounded as people do', () => {
  expect([10, 60, 23 * 60 + 20, 3600, 3900].map(lengthWords)).toEqual([
    '不到 1 分钟', '1 分钟', '23 分钟', '1 小时', '1 小时 5 分钟'
  ])
})

test('the greeting follows the day at home', () => {
  expect(greeting(NOW)).toBe('晚上好')
  expect(greeting(new Date('2026-11-22T00:30:00Z'))).toBe('早上好')
})
