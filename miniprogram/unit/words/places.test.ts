import { expect, test } from 'vitest'
import { isWhole, placeDraft, placeTold } from '@/words/places'

const known = { province: '广东省', city: '深圳市', since: '2024-02-20', area: 'elsewhere', for_work: true, employer: null }

test('what is on file is what one begins with, and goes back the same', () => {
  const draft = placeDraft(known, '2026-11-22')
  expect(isWhole(draft, false)).toBe(true)
  expect(placeTold(draft, false)).toEqual({ ...known, area: null })
})

test('within the home province it has to be said how near', () => {
  const draft = placeDraft({ ...known, province: '贵州省', area: null }, '2026-11-22')
  expect(isWhole(draft, true)).toBe(false)
  expect(isWhole({ ...draft, area: ['county'] }, true)).toBe(true)
})

test('what nobody knows stays unknown', () => {
  expect(placeTold({ ...placeDraft(null, '2026-11-22'), city: ' ' }, false)).toMatchObject({ for_work: null, employer: null })
})
