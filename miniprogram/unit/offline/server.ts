/**
 * A server that applies each key once and fails by a written pattern: before it acts, after it acts, or by refusal.
 * Of pictures in pieces it asks for the last first, and may forget those that are half sent.
 */
import { Problem } from '@/api/problem'
import type { Announced, PictureWire, Progress } from '@/offline/pieces'
import type { Act, Sender } from '@/offline/queue'
import { digest } from '@/platform/digest'

export type Weather =
  | 'fine' | 'no_network' | 'answer_lost' | 'busy' | 'refuses' | 'signed_out' | 'damaged' | 'forgets' | 'pictures_gone'

interface Opened {
  announced: Announced
  pieces: Map<number, ArrayBuffer>
  picture: string | null
}

export class FakeServer implements Sender {
  readonly applied: { key: string; elderId: string; body: unknown; pictures: string[] }[] = []
  readonly pictures = new Map<string, ArrayBuffer>()
  readonly arrived: string[] = []
  weather: Weather[] = []
  private readonly bodies = new Map<string, string>()
  private readonly begun = new Map<string, string>()
  private readonly opened = new Map<string, Opened>()
  private made = 0

  whole(bytes: ArrayBuffer, sha256: string, key: string): Promise<{ id: string; sha256: string }> {
    return this.under(async () => {
      if ((await digest(bytes)) !== sha256) throw new Problem(409, 'picture_differs', '')
      if (!this.bodies.has(key)) this.bodies.set(key, this.keep(bytes))
      return { id: this.bodies.get(key)!, sha256 }
    })
  }

  begin(announced: Announced, key: string): Promise<Progress> {
    return this.under(async () => {
      const id = this.begun.get(key) ?? `open-${(this.made += 1)}`
      if (!this.begun.has(key)) {
        this.begun.set(key, id)
        this.opened.set(id, { announced, pieces: new Map(), picture: null })
      }
      // As replayed: what was true when it began.
      const count = Math.ceil(announced.size / announced.piece_size)
      return { id, missing: Array.from({ length: count }, (_, number) => number), picture_id: null, sha256: null }
    })
  }

  progress(id: string): Promise<Progress> {
    return this.under(async () => this.state(id))
  }

  piece(id: string, number: number, bytes: ArrayBuffer, sha256: string): Promise<Progress> {
    return this.under(async () => {
      const { announced, pieces, picture } = this.find(id)
      if ((await digest(bytes)) !== sha256) throw new Problem(422, 'piece_damaged', '')
      this.arrived.push(`${id}/${number}`)
      if (picture) return this.state(id)
      pieces.set(number, bytes)
      if (!this.missing(id).length) {
        const all = await new Blob(Array.from(pieces).sort(([a], [b]) => a - b).map(([, part]) => part)).arrayBuffer()
        if ((await digest(all)) !== announced.sha256) throw new Problem(409, 'picture_differs', '')
        this.find(id).picture ??= this.keep(all)
      }
      return this.state(id)
    })
  }

  async send(act: Act, pictures: string[]): Promise<unknown> {
    return this.under(async () => {
      if (!this.applied.some((done) => done.key === act.id)) {
        if (pictures.some((id) => !this.pictures.has(id))) throw new Problem(404, 'photo_not_found', '有照片没有传上来')
        this.applied.push({ key: act.id, elderId: act.elderId, body: act.body, pictures })
      }
      return { ok: true }
    })
  }

  private keep(bytes: ArrayBuffer): string {
    const id = `picture-${(this.made += 1)}`
    this.pictures.set(id, bytes)
    return id
  }

  private find(id: string): Opened {
    const found = this.opened.get(id)
    if (!found) throw new Problem(404, 'open_upload_not_found', '')
    return found
  }

  private missing(id: string): number[] {
    const { announced, pieces } = this.find(id)
    const count = Math.ceil(announced.size / announced.piece_size)
    return Array.from({ length: count }, (_, number) => number).filter((number) => !pieces.has(number)).reverse()
  }

  private state(id: string): Progress {
    const { announced, picture } = this.find(id)
    return { id, missing: picture ? [] : this.missing(id), picture_id: picture, sha256: picture && announced.sha256 }
  }

  private async under<T>(work: () => Promise<T>): Promise<T> {
    const weather = this.weather.shift() ?? 'fine'
    if (weather === 'no_network') throw new Problem(0, 'offline', '')
    if (weather === 'busy') throw new Problem(503, 'busy', '')
    if (weather === 'signed_out') throw new Problem(401, 'signed_out', '')
    if (weather === 'damaged') throw new Problem(422, 'piece_damaged', '')
    if (weather === 'refuses') throw new Problem(409, 'changed', '这份协议刚被改过，请再看一遍后签字')
    if (weather === 'forgets') this.opened.clear()
    if (weather === 'pictures_gone') this.forgetLoosePictures()
    const answer = await work()
    if (weather === 'answer_lost') throw new Problem(0, 'offline', '')
    return answer
  }

  /** What no act has taken up. */
  private forgetLoosePictures(): void {
    const taken = new Set(this.applied.flatMap((done) => done.pictures))
    for (const id of this.pictures.keys()) if (!taken.has(id)) this.pictures.delete(id)
  }
}

/** Where all pictures are small: `upload` gives the id of each. */
export function bodiesOnly(upload: (bytes: ArrayBuffer, key: string) => Promise<string>): PictureWire {
  const inPieces = () => Promise.reject(new Error('no picture here is large'))
  return {
    whole: async (bytes, sha256, key) => ({ id: await upload(bytes, key), sha256 }),
    begin: inPieces, progress: inPieces, piece: inPieces
  }
}
