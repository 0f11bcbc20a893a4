import { describe, expect, test } from 'vitest'
import type { Place } from '@/api/divisions'
import type { Leaver, SideBySide } from '@/api/lists'
import { alongWords, branches, fate, gone } from '@/words/divisions'
import { sideBySide, whereTo, whyHelped } from '@/words/lists'

const leaver = { where_to: null, next_village: null, kept_id: null } as Leaver
const file = { village: '上坪村', gender: 'female', born_on: '1949-12-31', tier: 'high', family: [] as string[] } as SideBySide
const place = (id: string, level: string, parent: string, ends: string | null = null) =>
  ({ id, code: id, name: id, level, parent_id: parent, ends_on: ends, successor: ends && '上坪村', successor_code: ends && '201' }) as Place

describe('the lists', () => {
  test('say why somebody is helped, hardship when nothing else is told', () => {
    expect(whyHelped(['must_not_live_alone', 'high_risk'])).toHaveLength(2)
    expect(whyHelped([])).toEqual(['经济困难'])
  })

  test("say where somebody went, in the village's words first", () => {
    expect(whereTo(leaver)).toBe('')
    expect(whereTo({ ...leaver, next_village: '下坪村' })).toBe('下坪村')
    expect(whereTo({ ...leaver, kept_id: 'x' })).toBe('并到另一份档案')
    expect(whereTo({ ...leaver, where_to: '深圳', next_village: '下坪村' })).toBe('深圳')
  })

  test('mark what two files say differently', () => {
    const differs = sideBySide(file, { ...file, village: '下坪村' }).filter((line) => line.differs)
    expect(differs.map((line) => [line.name, ...line.words])).toEqual([['村', '上坪村', '下坪村']])
  })
})

describe('the tree', () => {
  const tree = [place('t', 'township', 'c'), place('v', 'village', 't', '2026-03-01'), place('w', 'village', 'elsewhere')]

  test('puts villages under their township, and leaves none out', () => {
    expect(branches(tree).map((one) => [one.place.id, ...one.villages.map((each) => each.id)])).toEqual([['t', 'v'], ['w']])
  })

  test('tells a place gone from its last day on, and who took over', () => {
    expect(gone(tree[1]!, '2026-02-28')).toBe(false)
    expect(fate(tree[1]!, '2026-02-28')).toBe('在用')
    expect(fate(tree[1]!, '2026-03-01')).toBe('2026 年 3 月 1 日撤销，并入上坪村（201）')
  })

  test('tells what goes along, and that nothing does', () => {
    const none = { elders: 0, left_files: 0, volunteers: 0, tasks: 0, households: 0, accounts: 1, earliest: '2026-03-01' }
    expect(alongWords(none)).toEqual(['没有老人，也没有志愿者'])
    expect(alongWords({ ...none, elders: 3, volunteers: 1 })).toEqual(['在册老人 3 位', '志愿者 1 位'])
  })
})
