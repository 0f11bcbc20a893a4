import { expect, test } from 'vitest'
import { ABILITY_GROUPS, ABILITY_ITEMS, pointsOf, tally } from '@/words/ability'

test('the form has the standard’s 26 items, 32, 15, 28 and 15 points, 90 in all', () => {
  expect(ABILITY_ITEMS).toHaveLength(26)
  expect(new Set(ABILITY_ITEMS.map((item) => item.key)).size).toBe(26)
  expect(ABILITY_GROUPS.map((group) => tally(group.items, {}).most)).toEqual([32, 15, 28, 15])
  expect(tally(ABILITY_ITEMS, {}).most).toBe(90)
})

test('the best answer has the most points, the last none, and no two read alike', () => {
  for (const item of ABILITY_ITEMS) {
    expect(pointsOf(item, 0)).toBe(item.answers.length - 1)
    expect(pointsOf(item, item.answers.length - 1)).toBe(0)
    expect(new Set(item.answers).size).toBe(item.answers.length)
  }
})

test('each item has as many answers as the standard has points, and one for nought', () => {
  const most = Object.fromEntries(ABILITY_ITEMS.map((item) => [item.key, item.answers.length - 1]))
  const fewer = { stairs: 3, aggression: 1, depression: 1, consciousness: 2, sight: 2, hearing: 2, transport: 3 }
  for (const [key, points] of Object.entries(most)) expect([key, points]).toEqual([key, (fewer as Record<string, number>)[key] ?? 4])
})

test('a nought is an answer', () => {
  expect(tally(ABILITY_ITEMS, { eating: 0, stairs: 3 })).toEqual({ done: 2, points: 3, most: 90 })
})
