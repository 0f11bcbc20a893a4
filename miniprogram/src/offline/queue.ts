/**
 * Work done where there is no network, kept until the server has it.
 *
 * Promises: an act once added is sent at least once under its own Idempotency-Key (so it is applied once), acts for
 * one elder in the order they were made; nothing unsent is ever lost, whatever moment the app dies at, and nothing
 * here is wiped at sign-out. An act the server refuses stays, with the refusal in words, until the person lets it go.
 */
import { Problem } from '@/api/problem'
import { Courier, type PictureWire } from '@/offline/pieces'
import type { Shelf } from '@/offline/shelf'

export interface KeptPicture {
  /** Where its bytes lie on the shelf. */
  readonly name: string
  /** Its own Idempotency-Key. */
  key: string
  /** The server's id of its upload in pieces, once begun. */
  open?: string | null
  /** The server's id once the server has confirmed its SHA-256. */
  id: string | null
}

export interface Act<Body = unknown> {
  /** Also its Idempotency-Key. */
  readonly id: string
  readonly order: number
  /** The account that did it; nobody else's session sends it. */
  readonly owner: string
  readonly elderId: string
  readonly kind: string
  readonly body: Body
  readonly pictures: KeptPicture[]
  readonly madeAt: string
  /** Its pictures went up a second time, since the server no longer had them. */
  renewed?: boolean
  refusal: { code: string; message: string } | null
}

export interface NewAct<Body = unknown> {
  owner: string
  elderId: string
  kind: string
  body: Body
  pictures: ArrayBuffer[]
}

/** How acts reach the server. Throws Problem. */
export interface Sender extends PictureWire {
  send(act: Act, pictureIds: string[]): Promise<unknown>
}

export interface Outcome {
  act: Act
  /** The server's answer, or null where it refused (see `act.refusal`). */
  answer: unknown
}

/** The server forgets pictures that no act took up for a month. */
const PICTURES_GONE = new Set(['photo_not_found', 'signature_not_found'])
const ORPHAN_AGE = 24 * 3600 * 1000

export class Queue {
  /** What is added waits for no network, only for what was added before. */
  private readonly lines: Record<'adding' | 'sending', Promise<unknown>> = {
    adding: Promise.resolve(), sending: Promise.resolve()
  }

  constructor(
    private readonly shelf: Shelf,
    private readonly sender: Sender,
    private readonly newKey: () => Promise<string>,
    private readonly now: () => Date = () => new Date()
  ) {}

  /** Resolves once the act will survive anything. Pictures first: the act's one write makes it all real. */
  add<Body>(given: NewAct<Body>): Promise<Act<Body>> {
    return this.inTurn('adding', async () => {
      const id = await this.newKey()
      const madeAt = this.now()
      const pictures: KeptPicture[] = []
      for (const [index, bytes] of given.pictures.entries()) {
        const name = `act/${madeAt.getTime()}/${id}/${index}`
        await this.shelf.putBytes(name, bytes)
        pictures.push({ name, key: await this.newKey(), id: null })
      }
      const last = (await this.shelf.keys('act/')).at(-1)
      const order = last ? Number(last.split('/')[1]) + 1 : 1
      const { owner, elderId, kind, body } = given
      const act: Act<Body> = {
        id, order, owner, elderId, kind, body, pictures, madeAt: madeAt.toISOString(), refusal: null
      }
      await this.shelf.put(keyOf(act), act)
      return act
    })
  }

  /** What `owner` has not yet sent, oldest first. */
  async unsent(owner: string): Promise<Act[]> {
    const acts = await Promise.all((await this.shelf.keys('act/')).map((key) => this.shelf.get<Act>(key)))
    return acts.filter((act): act is Act => act?.owner === owner)
  }

  /** Sends what can be sent, and tells of each step. Stops quietly where the network ends or the session does. */
  drain(owner: string, told: () => unknown = () => undefined): Promise<Outcome[]> {
    return this.inTurn('sending', async () => {
      const outcomes: Outcome[] = []
      const held = new Set<string>()
      for (const act of await this.unsent(owner)) {
        if (act.refusal || held.has(act.elderId)) continue
        try {
          outcomes.push({ act, answer: await this.deliver(act, told) })
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          if (error.offline || error.status === 401) break
          if (error.passing) {
            held.add(act.elderId)
            continue
          }
          act.refusal = { code: error.code, message: error.message }
          await this.shelf.put(keyOf(act), act)
          outcomes.push({ act, answer: null })
        }
      }
      return outcomes
    })
  }

  /** A refused act goes back in line, under the same key. */
  retry(id: string, owner: string): Promise<void> {
    return this.inTurn('sending', async () => {
      const act = await this.find(id, owner)
      if (act?.refusal) await this.shelf.put(keyOf(act), { ...act, refusal: null })
    })
  }

  /** The person gives up an act the server refused; an act never refused cannot be given up. */
  letGo(id: string, owner: string): Promise<void> {
    return this.inTurn('sending', async () => {
      const act = await this.find(id, owner)
      if (act?.refusal) await this.remove(act)
    })
  }

  /** Clears pictures whose act was never finished or is long sent. A day's grace: another tab may be adding. */
  sweep(): Promise<void> {
    return this.inTurn('sending', async () => {
      const alive = new Set((await this.shelf.keys('act/')).map((key) => key.split('/')[2]))
      for (const name of await this.shelf.byteKeys('act/')) {
        const [, madeAt, id] = name.split('/')
        if (!alive.has(id) && Number(madeAt) < this.now().getTime() - ORPHAN_AGE) await this.shelf.dropBytes(name)
      }
    })
  }

  /** The bytes stay until the server has both confirmed the pictures and taken the act. */
  private async deliver(act: Act, told: () => unknown): Promise<unknown> {
    const courier = new Courier(this.sender, this.newKey, () => this.shelf.put(keyOf(act), act), told)
    for (const picture of act.pictures) {
      if (picture.id) continue
      const bytes = await this.shelf.getBytes(picture.name)
      if (!bytes) continue
      await courier.deliver(picture, bytes)
    }
    const ids = act.pictures.map((picture) => picture.id).filter((id): id is string => id !== null)
    const answer = await this.sender.send(act, ids).catch((error) => this.renew(act, courier, error))
    await this.remove(act)
    return answer
  }

  private async renew(act: Act, courier: Courier, error: unknown): Promise<never> {
    if (!(error instanceof Problem) || !PICTURES_GONE.has(error.code) || act.renewed) throw error
    act.renewed = true
    for (const picture of act.pictures) await courier.forget(picture)
    throw new Problem(503, error.code, error.message)
  }

  private async remove(act: Act): Promise<void> {
    await this.shelf.drop(keyOf(act))
    for (const picture of act.pictures) await this.shelf.dropBytes(picture.name)
  }

  private async find(id: string, owner: string): Promise<Act | undefined> {
    return (await this.unsent(owner)).find((act) => act.id === id)
  }

  private inTurn<T>(line: 'adding' | 'sending', work: () => Promise<T>): Promise<T> {
    const mine = this.lines[line].then(work, work)
    this.lines[line] = mine.catch(() => undefined)
    return mine
  }
}

function keyOf(act: Act): string {
  return `act/${String(act.order).padStart(12, '0')}/${act.id}`
}

/** How many of the pictures waiting in the phone the server has confirmed. */
export function photosOf(unsent: readonly Act[]): { confirmed: number; total: number } {
  const pictures = unsent.filter((act) => !act.refusal).flatMap((act) => act.pictures)
  return { confirmed: pictures.filter((picture) => picture.id).length, total: pictures.length }
}
