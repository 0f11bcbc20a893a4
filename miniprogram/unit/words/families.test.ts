/** What families and clerks read of contacts and cases. */
import { describe, expect, it } from 'vitest'
import { CASE_WORDS, detailWords, nextStep, STEP_WORDS, touchWords } from '@/words/families'
import type { DutyCase, DutyStep, KeepingTouch } from '@/api/families'

const touch = (changes: Partial<KeepingTouch>) => ({ last_on: null, due: false, every_days: 7, ...changes }) as KeepingTouch
const standing = (state: DutyCase['state'], invited = 0) => ({ state, invited }) as DutyCase

describe('the last contact', () => {
  it('is said with what is due', () => {
    expect(touchWords(touch({ due: true }))).toBe('还没有记过联系，该联系一下了')
    expect(touchWords(touch({ last_on: '2020-10-03' }))).toBe('上次联系：2020 年 10 月 3 日')
  })
})

describe('the next step of a case', () => {
  it('is the warning, then the invitation, then the hearing', () => {
    expect(nextStep(standing('opened'), ['warn', 'close', 'police'])).toBe('warn')
    expect(nextStep(standing('warned'), ['invite', 'hear', 'not_come'])).toBe('invite')
    expect(nextStep(standing('warned', 1), ['invite', 'hear', 'not_come'])).toBe('hear')
  })

  it('is never a decision made for the committee, nor one that is not possible', () => {
    expect(nextStep(standing('heard'), ['find_no_breach', 'list', 'pass_on'])).toBeUndefined()
    expect(nextStep(standing('opened'), [])).toBeUndefined()
  })
})

describe('the words of a case', () => {
  it('never call the list black', () => {
    expect([...Object.values(CASE_WORDS), ...Object.values(STEP_WORDS)].filter((words) => words.includes('黑'))).toEqual([])
  })

  it('tell how one was told and for when', () => {
    const step = { means: 'letter', hearing_on: '2026-11-30', until: null, station: null, at: null } as DutyStep
    expect(detailWords(step)).toBe('（书面，约在 2026 年 11 月 30 日）')
  })
})
