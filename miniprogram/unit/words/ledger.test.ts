import { describe, expect, test } from 'vitest'
import type { LedgerPlace } from '@/api/register'
import { addsUp, inTier, leftFor, LEFT_FOR, top, under } from '@/words/ledger'

function place(id: string, parent: string | null, high: number, died = 0, movedWithin = 0): LedgerPlace {
  const left = { died, moved_within: movedWithin } as unknown as LedgerPlace['tiers'][number]['left']
  return {
    division_id: id,
    parent_id: parent,
    code: id,
    name: id,
    level: 'village',
    ended_on: null,
    on_register: high,
    tiers: [{ tier: 'high', on_register: high, left }]
  }
}

const PLACES = [place('county', null, 5, 3, 1), place('town', 'county', 5, 3, 1), place('one', 'town', 2, 1), place('two', 'town', 3, 2, 1)]

describe('the ledger', () => {
  test('goes down from the county to its villages', () => {
    expect(top(PLACES)?.division_id).toBe('county')
    expect(under(PLACES, 'town').map((one) => one.division_id)).toEqual(['one', 'two'])
  })

  test('shows the sums the server tells', () => {
    const [town] = under(PLACES, 'county')
    const below = under(PLACES, 'town')
    expect(below.reduce((sum, one) => sum + inTier(one, 'high'), 0)).toBe(inTier(town!, 'high'))
    expect(below.reduce((sum, one) => sum + leftFor(one, LEFT_FOR), 0)).toBe(leftFor(town!, LEFT_FOR))
  })

  test('adds up, or says so', () => {
    const [town] = under(PLACES, 'county')
    const [one, two] = under(PLACES, 'town')
    expect(addsUp(town!, [one!, two!])).toBe(true)
    expect(addsUp(town!, [one!])).toBe(false)
    expect(addsUp(town!, [one!, { ...two!, on_register: 4 }])).toBe(false)
  })

  test('a change of village is no leaving of the register', () => {
    expect(leftFor(PLACES[3]!, LEFT_FOR)).toBe(2)
    expect(leftFor(PLACES[3]!, ['moved_within'])).toBe(1)
    expect(leftFor(PLACES[3]!, LEFT_FOR, 'medium')).toBe(0)
  })
})
