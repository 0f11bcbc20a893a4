import { describe, expect, test } from 'vitest'
import { kindOf, type Import } from '@/api/imports'
import { atWork, effectWords, parted, percentOf, stepsOf } from '@/words/imports'

const found = (changes: Partial<Import> = {}): Import => ({
  id: 'i', division_id: 'd', state: 'checked', rows_read: 40, rows_at_most: 40, problems: 0, added: 0, changed: 0,
  unchanged: 0, refusal: null, asked_at: '2026-11-22T02:00:00Z', finished_at: null, ...changes
})
const states = (import_: Import | null) => stepsOf(import_).map((step) => step.state)

describe('an import', () => {
  test('moves through its four steps', () => {
    expect(states(null)).toEqual(['now', 'later', 'later', 'later'])
    expect(states(found({ state: 'checking' }))).toEqual(['done', 'now', 'later', 'later'])
    expect(states(found())).toEqual(['done', 'done', 'now', 'later'])
    expect(states(found({ state: 'stored' }))).toEqual(['done', 'done', 'done', 'done'])
  })

  test('stands still where the file has problems or cannot be read', () => {
    expect(states(found({ problems: 1 }))[2]).toBe('refused')
    expect(states(found({ state: 'refused' }))[1]).toBe('refused')
  })

  test('tells its progress only when it knows how many rows there are', () => {
    expect(percentOf(found({ rows_read: 0, rows_at_most: 0 }))).toBeNull()
    expect(percentOf(found({ rows_read: 2999, rows_at_most: 3000 }))).toBe(99)
    expect(percentOf(found({ rows_read: 41 }))).toBe(100)
  })

  test('is looked at again only while the server is at work', () => {
    expect(['checking', 'checked', 'storing', 'stored', 'refused'].filter((state) => atWork(found({ state: state as Import['state'] })))).toEqual(['checking', 'storing'])
  })

  test('says what it does to the register', () => {
    expect(effectWords(found({ added: 3, unchanged: 2 }))).toBe('新登记 3 位，2 位没有变化')
    expect(effectWords(found())).toBe('没有要改的')
  })

  test('keeps remarks on the file apart from problems in its rows', () => {
    const remark = { row: null, column: '血型', sentence: '不认识这一列，没有读' }
    const problem = { row: 4, column: '村', sentence: '没有这个村' }
    expect(parted([remark, problem])).toEqual({ remarks: [remark], rows: [problem] })
  })

  test('a zip is taken for .xlsx, all else for .csv', () => {
    expect(kindOf(new TextEncoder().encode('PK\u0003').buffer as ArrayBuffer)).toContain('spreadsheetml')
    expect(kindOf(new TextEncoder().encode('村,姓名').buffer as ArrayBuffer)).toBe('text/csv')
    expect(kindOf(new ArrayBuffer(0))).toBe('text/csv')
  })
})
