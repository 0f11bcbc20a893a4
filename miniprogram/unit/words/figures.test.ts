import { describe, expect, test } from 'vitest'
import type { AgreementPlace, CarePlace } from '@/api/statistics'
import { attended, careWords, percent, stepsUnderWay, sumWords, withoutAgreement } from '@/words/figures'

const NAMED = { division_id: 'town', parent_id: null, code: '539901101000', name: '石门乡', level: 'township' }
const COUNTS = {
  in_force: 1,
  elder_declined: 2,
  child_returned: 4,
  suspended: 8,
  draft: 16,
  signed: 32,
  consented: 64,
  handed_in: 128,
  returned: 256,
  not_begun: 512,
  expired: 1024,
  nothing: 2048
}
const TOWN: AgreementPlace = { ...NAMED, ...COUNTS, on_register: 4095, rate: 0.0002 }
const CARE: CarePlace = { ...NAMED, dependent: 10, rate: 0.9, agreement: 4, child: 3, guardian: 2, nobody: 1 }

const elders = (parts: { elders: number }[]) => parts.reduce((all, part) => all + part.elders, 0)

describe('the rate of agreements', () => {
  // Each count is a power of two of its own: what is left out or told twice changes the sum.
  test('tells of everybody on the register once, and only those in force as signed', () => {
    expect(COUNTS.in_force + elders(withoutAgreement(TOWN))).toBe(TOWN.on_register)
    expect(sumWords(TOWN)).toEqual({
      sound: true,
      words: '1 + 2 + 4 + 8 + 1008 + 1024 + 2048 = 4095 位，正好是在册的每一位'
    })
  })

  test('names what keeps the others, as a neighbour would', () => {
    expect(withoutAgreement(TOWN).map((part) => `${part.words} ${part.elders}`)).toEqual([
      '老人不愿意 2',
      '孩子回来了 4',
      '暂停 8',
      '办理中 1008',
      '过期没续 1024',
      '还没办 2048'
    ])
  })

  test('folds the steps of those under way into one', () => {
    const steps = stepsUnderWay(TOWN)
    expect(steps.map((step) => step.key)).toEqual(['draft', 'signed', 'consented', 'handed_in', 'returned', 'not_begun'])
    expect(elders(steps)).toBe(withoutAgreement(TOWN).find((part) => part.key === 'under_way')!.elders)
  })

  test('says so where the parts do not make the register', () => {
    const told = sumWords({ ...TOWN, on_register: 4096 })
    expect(told.sound).toBe(false)
    expect(told.words).toContain('和在册的 4096 位对不上')
  })
})

describe('a rate', () => {
  test('is whole per cent, and never more than it is', () => {
    expect([0, 0.29, 0.57, 0.9999, 1].map(percent)).toEqual(['0%', '29%', '57%', '99%', '100%'])
  })

  test('of nobody is none', () => {
    expect(percent(null)).toBe('—')
  })
})

describe('who answers for those who cannot care for themselves', () => {
  test('is told by who it is, and those without are not hidden', () => {
    expect(attended(CARE)).toBe(9)
    expect(careWords(CARE)).toBe('有协议 4 位，孩子在村里 3 位，档案上有监护人 2 位；还有 1 位没人负责')
  })

  test('is all, or nobody needs it', () => {
    expect(careWords({ ...CARE, dependent: 9, nobody: 0 })).toMatch(/人人有人负责$/)
    expect(careWords({ ...CARE, dependent: 0, agreement: 0, child: 0, guardian: 0, nobody: 0 })).toBe('没有不能自理的老人')
  })
})
