import { expect, test } from 'vitest'
import type { SelectionCard } from '@/api/services'
import { chosenWords, termWords } from '@/words/services'

const card = (changes: SelectionCard['changes']) =>
  ({
    choices: [
      { service_id: 'meals', name: '助餐', accepts: true },
      { service_id: 'baths', name: '助浴', accepts: false }
    ],
    changes
  }) as SelectionCard

test('tells what is wanted and what is not; a first card has changed nothing', () => {
  const first = [
    { service_id: 'meals', before: null, after: true },
    { service_id: 'baths', before: null, after: false }
  ]
  expect(chosenWords(card(first))).toEqual({ wanted: ['助餐'], declined: ['助浴'], changed: [] })
})

test('says what is otherwise than on the card before, and nothing of what was not asked this time', () => {
  const changes = [
    { service_id: 'meals', before: null, after: true },
    { service_id: 'baths', before: true, after: false },
    { service_id: 'repairs', before: true, after: null }
  ]
  expect(chosenWords(card(changes)).changed).toEqual(['新要助餐', '不再要助浴'])
})

test('a service without an end goes on', () => {
  expect(termWords({ starts_on: '2026-03-01', ends_on: null })).toMatch(/起，长期有$/)
  expect(termWords({ starts_on: '2026-03-01', ends_on: '2026-12-31' })).toMatch(/12 月 31 日止$/)
})
