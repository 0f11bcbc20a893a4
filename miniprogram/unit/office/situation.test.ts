import { describe, expect, test } from 'vitest'
import { situationFrom, supporterFields } from '@/office/situation'

const SON = {
  whereabouts: 'elsewhere', since: '2024-06-05', for_work: true, able: false, returned_on: '2026-10-01', for_good: null
} as const

describe('the eligibility form', () => {
  test('gives back what was told before, word for word', () => {
    expect(situationFrom('yes', 'some', [supporterFields({ ...SON }, '2026-11-22')])).toEqual({
      lives_in_countryside: true,
      supporters: [SON]
    })
  })

  test('tells what nobody knows as null, never as a no', () => {
    expect(situationFrom('unknown', 'some', [supporterFields(null, '2026-11-22')])).toEqual({
      lives_in_countryside: null,
      supporters: [{ whereabouts: null, since: null, for_work: null, able: null, returned_on: null, for_good: null }]
    })
  })

  test('no supporters is another answer than nobody asked', () => {
    const some = [supporterFields({ ...SON }, '2026-11-22')]
    expect(situationFrom('no', 'none', some)).toEqual({ lives_in_countryside: false, supporters: [] })
    expect(situationFrom('no', 'unknown', some).supporters).toBeNull()
  })
})
