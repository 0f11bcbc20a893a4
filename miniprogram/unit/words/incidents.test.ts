import { describe, expect, it } from 'vitest'
import type { Incident } from '@/api/incidents'
import { byClock, clockLine, minutesWords, stepViews } from '@/words/incidents'

const NOW = new Date('2026-11-22T02:00:00Z')
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString()
const incident = (told: Partial<Incident>): Incident =>
  ({ state: 'raised', level: 'village', due_at: after(5), raised_at: after(-5), owner: null, ...told }) as Incident
const step = { level: null, due_at: after(-5), done_at: after(-5), who: null, service: null, happened_at: null, taken_by: null, words: null }

describe('the clock of an incident', () => {
  it.each([
    [5, '还有 5 分钟'],
    [0.5, '不到 1 分钟'],
    [-3, '已超 3 分钟'],
    [-180, '已超 3 小时']
  ])('says how long there is: %d minutes', (minutes, words) => {
    expect(minutesWords(after(minutes), NOW)).toBe(words)
  })

  it('says who is waited for and what comes next', () => {
    expect(clockLine(incident({}), NOW)).toBe('等村里接手，还有 5 分钟后转乡镇')
    expect(clockLine(incident({ level: 'county' }), NOW)).toContain('再通知所有人')
    expect(clockLine(incident({ state: 'handling', owner: '赵志强' }), NOW)).toBe('赵志强接手')
  })

  it('puts first what nobody has answered and is due next', () => {
    const rows = [incident({ id: 'handled', state: 'handling' }), incident({ id: 'later', due_at: after(9) }), incident({ id: 'soon' })]
    expect(rows.sort(byClock).map((one) => one.id)).toEqual(['soon', 'later', 'handled'])
  })
})

describe('the history of an incident', () => {
  it('shows a level nobody is named for, and what is still to come', () => {
    const [asked, next] = stepViews(
      [
        { ...step, step: 'ask', level: 'village' },
        { ...step, step: 'ask', level: 'township', done_at: null, due_at: after(5) }
      ],
      NOW
    )
    expect(asked).toMatchObject({ state: 'refused', words: '村里没有定值班人，直接通知上一级' })
    expect(next).toMatchObject({ state: 'later', words: '没人接手就通知乡镇' })
  })

  it('names the police, the time of handing over and who took it', () => {
    const [view] = stepViews([{ ...step, step: 'hand_over', service: 'police', who: '赵志强', taken_by: '石门派出所', words: '已到场' }], NOW)
    expect(view).toMatchObject({ words: '赵志强移交派出所（110）' })
    expect(view!.detail).toContain('接收：石门派出所；已到场')
  })
})
