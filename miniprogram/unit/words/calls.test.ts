import { describe, expect, it } from 'vitest'
import type { Evening } from '@/api/calls'
import { companyOf } from '@/call/present'
import { faceName, largeFace, stateWords } from '@/words/call'
import { callButton, callLine, eveningWords } from '@/words/calls'

const CALL = { state: 'taken', starts_at: '2026-03-10T20:00:00+08:00', times: [], host: '小周' }
const EVENING: Evening = {
  day: '2027-02-05', festival: 'spring_festival_eve', booked: 3, expected: 400, carried: 165, busiest: 3, at_once: 33, cores: 5, enough: false
}

describe('a call on a card', () => {
  it('says that the elder is still being asked, and that a host is sought', () => {
    expect(callLine(CALL)).toContain('小周能来，正在问老人')
    expect(callLine({ ...CALL, state: 'seeking', host: null })).toContain('正在换一位志愿者')
    expect(callButton('taken')).toBe('问问老人')
  })
})

describe('the room', () => {
  it('tells who is coming before anything else, and that the sound is still there', () => {
    const standing = { state: 'in', host: true, others: 1, weak: true } as const
    expect(stateWords({ ...standing, arriving: ['女儿'] })).toBe('女儿正在进来')
    expect(stateWords(standing)).toBe('网络不好，声音还在')
  })

  it('names faces as the elder calls them, apart where two are alike', () => {
    const known = [
      { account_id: 'a', name: '张伟', relation: '儿子' },
      { account_id: 'b', name: '张丽', relation: '女儿' },
      { account_id: 'c', name: '张芳', relation: '女儿' },
      { account_id: 'h', name: '小周', relation: null }
    ]
    expect(['a', 'b', 'h', 'x'].map((id) => faceName(id, known.find((one) => one.account_id === id)?.name ?? '客人', known)))
      .toEqual(['儿子', '女儿张丽', '小周', '客人'])
  })

  it('shows one face huge when one is there or was tapped, else all alike', () => {
    expect(largeFace(['a'], '')).toBe('a')
    expect(largeFace(['a', 'b'], '')).toBe('')
    expect(largeFace(['a', 'b'], 'b')).toBe('b')
    expect(largeFace(['a', 'b'], 'gone')).toBe('')
  })
})

describe('who sits with the elder', () => {
  it('is open until a minor is covered by a parent or out of sight', () => {
    expect(companyOf(['spouse'], true, undefined)).toBeNull()
    expect(companyOf([], true, 'hidden')).toEqual([{ who: 'grandchild', minor: true, guardian_agrees: false, hidden: true }])
    expect(companyOf(['spouse'], false, undefined)).toHaveLength(1)
  })
})

describe('a full evening', () => {
  it('says what to do about it', () => {
    expect(eveningWords(EVENING)).toBe('除夕：约的会超过能承载的 165 次，请把时间错开，或加到 5 个核')
    expect(eveningWords({ ...EVENING, festival: null, enough: true })).toBe('')
  })
})
