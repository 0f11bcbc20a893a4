/**
 * What today's work needs to have at hand without a network: copies of the server's answers, readable only by the
 * account that got them, gone at sign-out, with the end of a pairing, and after 14 days without contact.
 * Drafts lie here too, and are never wiped: they are work not yet sent.
 */
import type { Shelf } from '@/offline/shelf'

export const KEEP_DAYS = 14
const DAY = 24 * 3600 * 1000
const CONTACT = 'contact'

export interface Copy<T> {
  value: T
  at: string
  owner: string
  elderId: string | null
}

export class Seen {
  constructor(
    private readonly shelf: Shelf,
    private readonly now: () => Date = () => new Date()
  ) {}

  async remember(owner: string, name: string, value: unknown, elderId: string | null = null): Promise<void> {
    await this.shelf.put(`seen/${name}`, { value, at: this.now().toISOString(), owner, elderId })
  }

  /** Never another account's copy, nor one kept past its days. */
  async recall<T>(owner: string, name: string): Promise<Copy<T> | undefined> {
    await this.wipeStale()
    const copy = await this.shelf.get<Copy<T>>(`seen/${name}`)
    return copy?.owner === owner ? copy : undefined
  }

  /** The server has just answered. */
  async contact(): Promise<void> {
    await this.shelf.put(CONTACT, this.now().getTime())
  }

  /** Wipes every copy when the last contact is more than 14 days ago. */
  async wipeStale(): Promise<void> {
    const last = await this.shelf.get<number>(CONTACT)
    if (last !== undefined && this.now().getTime() - last > KEEP_DAYS * DAY) await this.wipe()
  }

  /** Sign-out: no copy stays; drafts and unsent acts do. */
  async wipe(): Promise<void> {
    for (const key of await this.shelf.keys('seen/')) await this.shelf.drop(key)
  }

  /** A pairing has ended: copies about elders who are not among `elderIds` go. */
  async keepOnly(elderIds: readonly string[]): Promise<void> {
    const kept = new Set(elderIds)
    for (const key of await this.shelf.keys('seen/')) {
      const copy = await this.shelf.get<Copy<unknown>>(key)
      if (copy?.elderId && !kept.has(copy.elderId)) await this.shelf.drop(key)
    }
  }

  /** Replaces the draft; its pictures are kept beside it. */
  async saveDraft(owner: string, name: string, value: unknown, pictures: readonly ArrayBuffer[] = []): Promise<void> {
    const key = `draft/${owner}/${name}`
    for (const [index, bytes] of pictures.entries()) await this.shelf.putBytes(`${key}/${index}`, bytes)
    await this.shelf.put(key, { value, pictures: pictures.length })
  }

  async draft<T>(owner: string, name: string): Promise<{ value: T; pictures: ArrayBuffer[] } | undefined> {
    const key = `draft/${owner}/${name}`
    const kept = await this.shelf.get<{ value: T; pictures: number }>(key)
    if (!kept) return undefined
    const pictures: ArrayBuffer[] = []
    for (let index = 0; index < kept.pictures; index += 1) {
      const bytes = await this.shelf.getBytes(`${key}/${index}`)
      if (bytes) pictures.push(bytes)
    }
    return { value: kept.value, pictures }
  }

  async dropDraft(owner: string, name: string): Promise<void> {
    const key = `draft/${owner}/${name}`
    await this.shelf.drop(key)
    for (const picture of await this.shelf.byteKeys(`${key}/`)) await this.shelf.dropBytes(picture)
  }
}
