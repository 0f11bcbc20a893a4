import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pause } from '@/room/backoff'
import { read, verdict } from '@/room/protocol'
import { Judge, lookAt, type Look } from '@/room/weak'

describe('pause before another try', () => {
  it('starts short, grows, and never passes eight seconds', () => {
    expect(pause(0, 0)).toBeGreaterThanOrEqual(100)
    expect(pause(0, 0.999)).toBeLessThanOrEqual(300)
    expect(pause(3, 0.5)).toBeGreaterThan(pause(1, 0.5))
    fc.assert(fc.property(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, chance) => {
      expect(pause(tries, chance)).toBeLessThanOrEqual(8_000)
      expect(pause(tries, chance)).toBeGreaterThan(0)
    }))
  })
})

describe('verdict over a closed connection', () => {
  it.each([
    ['ended', 'left'], ['duplicate', 'left'], ['removed', 'left'], ['lifetime', 'left'],
    ['expired', 'refused'], ['forged', 'refused'], ['missing', 'refused'], ['full', 'refused'], ['protocol', 'refused'],
    ['restarting', 'again'], ['', 'again'], ['anything else', 'again']
  ])('%s means %s', (reason, state) => {
    expect(verdict(reason).state).toBe(state)
  })
})

describe('message of the server', () => {
  it('is read', () => {
    expect(read('{"type":"pong"}')).toEqual({ type: 'pong' })
  })
  it.each(['', '{', 'null', '7', '[]', '{"kind":"pong"}', new ArrayBuffer(3), undefined])('is ignored when it is %s', (raw) => {
    expect(read(raw)).toBeNull()
  })
})

describe('judge of a weak network', () => {
  const good = (last: Look): Look => ({ ...last, received: last.received + 100 })
  const bad = (last: Look): Look => ({ ...last, received: last.received + 80, lost: last.lost + 20 })
  const start: Look = { received: 0, lost: 0, frozen: 0, freezes: 0, lostUp: 0 }

  function verdicts(...steps: ((last: Look) => Look)[]): boolean[] {
    const judge = new Judge()
    let look = start
    judge.look(look)
    return steps.map((step) => {
      judge.look((look = step(look)))
      return judge.weak
    })
  }

  it('says weak after two bad looks and well after three good ones', () => {
    expect(verdicts(bad, bad, good, good, good)).toEqual([false, true, true, true, false])
  })
  it('forgives a single bad moment, and does not trust a single good one', () => {
    expect(verdicts(bad, good, bad, good)).toEqual([false, false, false, false])
    expect(verdicts(bad, bad, good, bad, good, good)).toEqual([false, true, true, true, true, true])
  })
  it('counts a frozen picture and losses on the way up as well', () => {
    const frozen = (last: Look) => ({ ...good(last), frozen: last.frozen + 1 })
    const lossy = (last: Look) => ({ ...good(last), lostUp: 0.2 })
    expect(verdicts(frozen, lossy)).toEqual([false, true])
  })
  it('is calm while nothing is received at all', () => {
    expect(verdicts((last) => last, (last) => last, (last) => last)).toEqual([false, false, false])
  })
  it('adds up the counters of all connections', () => {
    const report = (entries: object[]) => new Map(entries.map((entry, at) => [String(at), entry])) as unknown as RTCStatsReport
    const look = lookAt([
      report([
        { type: 'inbound-rtp', kind: 'video', packetsReceived: 10, packetsLost: 1, totalFreezesDuration: 0.5, freezeCount: 2 },
        { type: 'inbound-rtp', kind: 'video', packetsReceived: 20, packetsLost: 2 },
        { type: 'inbound-rtp', kind: 'audio', packetsReceived: 99, packetsLost: 99 }
      ]),
      report([{ type: 'remote-inbound-rtp', fractionLost: 0.3 }, { type: 'codec' }])
    ])
    expect(look).toEqual({ received: 30, lost: 3, frozen: 0.5, freezes: 2, lostUp: 0.3 })
  })
})
