import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Line } from '@/room/line'

/** A WebSocket whose other end is the test. */
class Wire {
  static all: Wire[] = []
  readyState = 0
  sent: string[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { reason: string }) => void) | null = null

  constructor(readonly url: string) {
    Wire.all.push(this)
  }
  open(): void {
    this.readyState = 1
    this.onopen?.()
  }
  hangUp(reason = ''): void {
    this.readyState = 3
    this.onclose?.({ reason })
  }
  send(text: string): void {
    this.sent.push(text)
  }
  close(): void {
    this.readyState = 3
  }
}

const heard: string[] = []

function line(findAgain?: () => Promise<string>): Line {
  return new Line('/media/signalling', findAgain, {
    open: () => heard.push('open'),
    message: (message) => heard.push(message.type),
    lost: () => heard.push('lost'),
    over: (state, reason) => heard.push(`${state}:${reason}`)
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Wire)
  Wire.all = []
  heard.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('line to the room', () => {
  it('speaks to the page\'s own host', () => {
    line().connect()
    expect(Wire.all[0]?.url).toMatch(/^ws.*\/media\/signalling$/)
  })

  it('comes back to where the room is by now, and to the old place when nobody knows', async () => {
    const places = ['/media-2/signalling']
    line(async () => places.shift() ?? Promise.reject(new Error('away'))).connect()
    Wire.all[0]?.hangUp()
    await vi.advanceTimersByTimeAsync(300)
    expect(Wire.all[1]?.url).toMatch(/\/media-2\/signalling$/)
    Wire.all[1]?.hangUp('restarting')
    await vi.advanceTimersByTimeAsync(600)
    expect(Wire.all[2]?.url).toMatch(/\/media-2\/signalling$/)
  })

  it('comes back after a loss, quickly at first', () => {
    line().connect()
    Wire.all[0]?.open()
    Wire.all[0]?.hangUp()
    expect(heard).toEqual(['open', 'lost'])
    vi.advanceTimersByTime(300)
    expect(Wire.all).toHaveLength(2)
  })

  it('does not come back after a final word', () => {
    line().connect()
    Wire.all[0]?.open()
    Wire.all[0]?.hangUp('ended')
    vi.advanceTimersByTime(60_000)
    expect(heard).toEqual(['open', 'left:ended'])
    expect(Wire.all).toHaveLength(1)
  })

  it('notices silence that no close frame announces', () => {
    line().connect()
    Wire.all[0]?.open()
    vi.advanceTimersByTime(8_500)
    expect(Wire.all[0]?.sent).toEqual(['{"type":"ping"}', '{"type":"ping"}'])
    Wire.all[0]?.onmessage?.({ data: '{"type":"pong"}' })
    vi.advanceTimersByTime(8_000)
    expect(heard).toEqual(['open', 'pong'])
    vi.advanceTimersByTime(8_000)
    expect(heard).toEqual(['open', 'pong', 'lost'])
  })

  it('gives up after ten minutes without a welcome', () => {
    line().connect()
    for (let tries = 0; tries < 500 && !heard.includes('left:offline'); tries++) {
      Wire.all.at(-1)?.hangUp()
      vi.advanceTimersByTime(8_000)
    }
    expect(heard.at(-1)).toBe('left:offline')
  })

  it('is quick again once it was welcome', () => {
    line().connect()
    for (let tries = 0; tries < 8; tries++) {
      Wire.all.at(-1)?.hangUp()
      vi.advanceTimersByTime(8_000)
    }
    Wire.all.at(-1)?.open()
    Wire.all.at(-1)?.onmessage?.({ data: '{"type":"welcome"}' })
    Wire.all.at(-1)?.hangUp()
    const count = Wire.all.length
    vi.advanceTimersByTime(300)
    expect(Wire.all).toHaveLength(count + 1)
  })

  it('does not wait when the device says it is back on a network', () => {
    const one = line()
    one.connect()
    Wire.all[0]?.hangUp()
    one.networkChanged()
    expect(Wire.all).toHaveLength(2)
    vi.advanceTimersByTime(1_000)
    expect(Wire.all).toHaveLength(2)
  })

  it('is silent once closed', () => {
    const one = line()
    one.connect()
    Wire.all[0]?.open()
    one.close()
    Wire.all[0]?.hangUp()
    one.networkChanged()
    vi.advanceTimersByTime(60_000)
    expect(heard).toEqual(['open'])
    expect(Wire.all).toHaveLength(1)
  })
})
