/**
 * How one picture gets to the server: whole when it is small, else in pieces, and known to be there by its SHA-256.
 *
 * What has arrived is the server's to say, so a phone that died between two pieces goes on with those that are missing.
 */
import { Problem } from '@/api/problem'
import type { KeptPicture } from '@/offline/queue'
import { digest } from '@/platform/digest'

/** Bytes of a piece: eight seconds at 64 kbit/s. */
export const PIECE = 64 * 1024

/** The server's word on an upload. `picture_id` and `sha256` once it has the whole. */
export interface Progress {
  id: string
  missing: readonly number[]
  picture_id: string | null
  sha256: string | null
}

export interface Announced {
  size: number
  piece_size: number
  sha256: string
}

/** How pictures travel. All throw Problem. */
export interface PictureWire {
  whole(bytes: ArrayBuffer, sha256: string, key: string): Promise<{ id: string; sha256?: string | null }>
  begin(announced: Announced, key: string): Promise<Progress>
  progress(id: string): Promise<Progress>
  piece(id: string, number: number, bytes: ArrayBuffer, sha256: string): Promise<Progress>
}

/** Nothing may be built on an upload the server does not know, or knows with other bytes. */
const FROM_THE_START = new Set(['open_upload_not_found', 'piece_differs', 'picture_differs'])

export class Courier {
  /** `keep` makes durable what was noted on the picture; `told` hears of each step. */
  constructor(
    private readonly wire: PictureWire,
    private readonly newKey: () => Promise<string>,
    private readonly keep: () => Promise<void>,
    private readonly told: () => unknown
  ) {}

  /** Returns once the server has confirmed the picture, and its id is kept. Throws Problem. */
  async deliver(picture: KeptPicture, bytes: ArrayBuffer): Promise<void> {
    const sha256 = await digest(bytes)
    try {
      const kept = await this.send(picture, bytes, sha256)
      if (kept.sha256 !== sha256) throw new Problem(503, 'picture_differs', '照片没有传对，手机会重新传一次')
      picture.id = kept.id
      await this.keep()
      this.told()
    } catch (error) {
      if (error instanceof Problem && FROM_THE_START.has(error.code)) await this.forget(picture)
      throw error
    }
  }

  /** What was sent of it counts no more: next time it goes up anew. */
  async forget(picture: KeptPicture): Promise<void> {
    Object.assign(picture, { id: null, open: null, key: await this.newKey() })
    await this.keep()
  }

  private async send(picture: KeptPicture, bytes: ArrayBuffer, sha256: string) {
    if (bytes.byteLength <= PIECE) return this.wire.whole(bytes, sha256, picture.key)
    let known = await this.open(picture, { size: bytes.byteLength, piece_size: PIECE, sha256 })
    const sent = new Set<number>()
    while (known.picture_id === null) {
      const number = known.missing[0]
      if (number === undefined || sent.has(number)) throw new Problem(503, 'piece_lost', '照片没有传完，手机会再传')
      sent.add(number)
      const piece = bytes.slice(number * PIECE, (number + 1) * PIECE)
      known = await this.wire.piece(known.id, number, piece, await digest(piece))
      this.told()
    }
    return { id: known.picture_id, sha256: known.sha256 }
  }

  private async open(picture: KeptPicture, announced: Announced): Promise<Progress> {
    if (picture.open) return this.wire.progress(picture.open)
    const begun = await this.wire.begin(announced, picture.key)
    picture.open = begun.id
    await this.keep()
    return begun
  }
}
