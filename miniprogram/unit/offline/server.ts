/** A server that applies each key once and fails by a written pattern: before it acts, after it acts, or by refusal. */
import { Problem } from '@/api/problem'
import type { Act, Sender } from '@/offline/queue'

export type Weather = 'fine' | 'no_network' | 'answer_lost' | 'busy' | 'refuses' | 'signed_out'

export class FakeServer implements Sender {
  readonly applied: { key: string; elderId: string; body: unknown; pictures: string[] }[] = []
  readonly uploads = new Map<string, ArrayBuffer>()
  weather: Weather[] = []

  async upload(bytes: ArrayBuffer, key: string): Promise<string> {
    return this.under(() => {
      this.uploads.set(key, bytes)
      return `picture-${key}`
    })
  }

  async send(act: Act, pictures: string[]): Promise<unknown> {
    return this.under(() => {
      if (!this.applied.some((done) => done.key === act.id)) {
        this.applied.push({ key: act.id, elderId: act.elderId, body: act.body, pictures })
      }
      return { ok: true }
    })
  }

  private under<T>(work: () => T): T {
    const weather = this.weather.shift() ?? 'fine'
    if (weather === 'no_network') throw new Problem(0, 'offline', '')
    if (weather === 'busy') throw new Problem(503, 'busy', '')
    if (weather === 'signed_out') throw new Problem(401, 'signed_out', '')
    if (weather === 'refuses') throw new Problem(409, 'changed', '这份协议刚被改过，请再看一遍后签字')
    const answer = work()
    if (weather === 'answer_lost') throw new Problem(0, 'offline', '')
    return answer
  }
}
