import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PIECE } from '@/offline/pieces'
import { photosOf, Queue, type Act } from '@/offline/queue'
import type { Shelf } from '@/offline/shelf'
import { FakeServer, type Weather } from './server'
import { Crash, DEVICES, dyingShelf } from './shelves'

const ME = 'account-1'
const ELDERS = ['li', 'wang', 'zhao']

function keys(): () => Promise<string> {
  let made = 0
  return async () => `key${String((made += 1)).padStart(4, '0')}`
}

/** Small enough for one body, or in three pieces. */
function picture(mark: number, place = 0, size = 5): ArrayBuffer {
  const bytes = new Uint8Array(size)
  bytes.set([0xff, 0xd8, mark, place])
  bytes[size - 1] = place
  return bytes.buffer
}
const LARGE = 2 * PIECE + 9
/** The first picture is large, the second small. */
const pictures = (mark: number, count: number) =>
  Array.from({ length: count }, (_, place) => picture(mark, place, place ? 5 : LARGE))
const visit = (elderId: string, mark: number, count = 0) => ({
  owner: ME, elderId, kind: 'visit_report', body: { mark }, pictures: pictures(mark, count)
})

type Step =
  | { what: 'add'; elder: number; pictures: number }
  | { what: 'drain'; weather: Weather[] }
  | { what: 'retry' }

const weather = fc.array(
  fc.constantFrom<Weather>(
    'fine', 'no_network', 'answer_lost', 'busy', 'refuses', 'signed_out', 'damaged', 'forgets', 'pictures_gone'
  ),
  { maxLength: 12 }
)
const steps = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant('add' as const), elder: fc.nat(2), pictures: fc.nat(2) }),
    fc.record({ what: fc.constant('drain' as const), weather }),
    fc.record({ what: fc.constant('retry' as const) })
  ),
  { minLength: 1, maxLength: 8 }
)
/** Before each step the app may be set to die at the n-th touch of the shelf. */
const deaths = fc.array(fc.record({ at: fc.integer({ min: 0, max: 24 }), after: fc.boolean() }), { maxLength: 8 })

describe.each(Object.entries(DEVICES))('the queue on a %s', (_name, device) => {
  test('loses nothing and doubles nothing, whenever the app dies', async () => {
    await fc.assert(
      fc.asyncProperty(steps, deaths, async (plan, dying) => {
        const phone = device()
        const server = new FakeServer()
        const newKey = keys()
        const promised: { mark: number; count: number }[] = []
        const tried = new Set<number>()
        let mark = 0
        const open = (shelf: Shelf) => new Queue(shelf, server, newKey)

        for (const [index, step] of plan.entries()) {
          const death = dying[index]
          const shelf = phone.start()
          const queue = open(death && death.at > 0 ? dyingShelf(shelf, death.at, death.after) : shelf)
          try {
            await take(queue, step)
          } catch (error) {
            if (!(error instanceof Crash)) throw error
          }
        }
        server.weather = []
        const calm = open(phone.start())
        for (const act of await calm.unsent(ME)) await calm.retry(act.id, ME)
        // What the server has forgotten goes up anew, at the next try.
        for (let tries = 0; tries < 3; tries += 1) await calm.drain(ME)

        expect(await calm.unsent(ME)).toEqual([])
        const arrived = server.applied.map((act) => (act.body as { mark: number }).mark)
        expect(new Set(arrived).size).toBe(arrived.length)
        for (const { mark: kept, count } of promised) {
          const act = server.applied.find((done) => (done.body as { mark: number }).mark === kept)!
          expect(act.pictures.map((id) => hold(server.pictures.get(id)!))).toEqual(pictures(kept, count).map(hold))
        }
        for (const got of arrived) expect(tried).toContain(got)

        async function take(queue: Queue, step: Step): Promise<void> {
          if (step.what === 'drain') {
            server.weather = [...step.weather]
            await queue.drain(ME)
          } else if (step.what === 'retry') {
            for (const act of await queue.unsent(ME)) await queue.retry(act.id, ME)
          } else {
            mark += 1
            const given = visit(ELDERS[step.elder]!, mark, step.pictures)
            tried.add(mark)
            await queue.add(given)
            promised.push({ mark, count: step.pictures })
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  test('sends the acts for one elder in the order they were made, through any weather but a refusal', async () => {
    const rough = fc.array(fc.constantFrom<Weather>('fine', 'no_network', 'answer_lost', 'busy'), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { minLength: 1, maxLength: 8 }), rough, async (order, sky) => {
        const phone = device()
        const server = new FakeServer()
        const newKey = keys()
        for (const [mark, elder] of order.entries()) {
          await new Queue(phone.start(), server, newKey).add(visit(ELDERS[elder]!, mark))
        }
        server.weather = [...sky]
        for (let tries = 0; tries <= sky.length; tries += 1) await new Queue(phone.start(), server, newKey).drain(ME)
        for (const [elder, name] of ELDERS.entries()) {
          const arrived = server.applied.filter((act) => act.elderId === name).map((act) => act.body)
          expect(arrived).toEqual(order.flatMap((who, mark) => (who === elder ? [{ mark }] : [])))
        }
      }),
      { numRuns: 40 }
    )
  })

  test('a picture whose answers were all lost once is kept once', async () => {
    const server = new FakeServer()
    const queue = new Queue(device().start(), server, keys())
    await queue.add(visit('li', 7, 2))
    for (let tries = 0; tries < 8; tries += 1) {
      server.weather = ['fine', 'answer_lost']
      await queue.drain(ME)
    }
    expect(server.pictures.size).toBe(2)
    expect(server.applied[0]?.pictures).toEqual([...server.pictures.keys()])
  })

  test('killed between two pieces, the next start sends those that are missing and no other', async () => {
    const phone = device()
    const server = new FakeServer()
    await new Queue(phone.start(), server, keys()).add(visit('li', 1, 1))
    server.weather = ['fine', 'fine', 'no_network']
    await new Queue(phone.start(), server, keys()).drain(ME)
    expect(server.arrived).toHaveLength(1)
    await new Queue(phone.start(), server, keys()).drain(ME)
    expect(server.arrived).toHaveLength(3)
    expect(new Set(server.arrived).size).toBe(3)
    expect(server.applied).toHaveLength(1)
  })

  test('the bytes stay until the server has confirmed their very SHA-256', async () => {
    const shelf = device().start()
    const server = new FakeServer()
    const honest = server.whole.bind(server)
    server.whole = async (...given) => ({ ...(await honest(...given)), sha256: 'another' })
    const queue = new Queue(shelf, server, keys())
    await queue.add({ ...visit('li', 1), pictures: [picture(1)] })
    await queue.drain(ME)
    expect(server.applied).toEqual([])
    expect(photosOf(await queue.unsent(ME))).toEqual({ confirmed: 0, total: 1 })
    expect(await shelf.byteKeys('act/')).toHaveLength(1)
    server.whole = honest
    await queue.drain(ME)
    expect(server.applied).toHaveLength(1)
    expect(await shelf.byteKeys('act/')).toEqual([])
  })

  test('tells of each piece that arrives and each picture that is confirmed', async () => {
    const server = new FakeServer()
    const queue = new Queue(device().start(), server, keys())
    await queue.add(visit('li', 1, 2))
    server.weather = ['fine', 'fine', 'fine', 'fine', 'no_network']
    let told = 0
    await queue.drain(ME, () => (told += 1))
    expect(told).toBe(4)
    expect(photosOf(await queue.unsent(ME))).toEqual({ confirmed: 1, total: 2 })
  })

  test('a refused act stays with its words, lets later ones pass, and leaves only when let go', async () => {
    const server = new FakeServer()
    const queue = new Queue(device().start(), server, keys())
    const first = await queue.add(visit('li', 1))
    await queue.add(visit('li', 2))
    await queue.letGo(first.id, ME)
    server.weather = ['refuses']
    const outcomes = await queue.drain(ME)
    expect(outcomes.map((outcome) => outcome.answer)).toEqual([null, { ok: true }])
    const [kept] = await queue.unsent(ME)
    expect(kept?.refusal?.message).toBe('这份协议刚被改过，请再看一遍后签字')
    await queue.letGo(first.id, ME)
    expect(await queue.unsent(ME)).toEqual([])
  })

  test('keeps the next visit safe while the network still carries the last one', async () => {
    const server = new FakeServer()
    const send = server.send.bind(server)
    let arrive!: () => void
    const road = new Promise<void>((resolve) => (arrive = resolve))
    server.send = (...given) => road.then(() => send(...given))
    const queue = new Queue(device().start(), server, keys())
    await queue.add(visit('li', 1))
    const slow = queue.drain(ME)
    await queue.add(visit('wang', 2))
    expect(await queue.unsent(ME)).toHaveLength(2)
    arrive()
    await slow
    await queue.drain(ME)
    expect(server.applied.map((act) => act.body)).toEqual([{ mark: 1 }, { mark: 2 }])
  })

  test("another person's session neither sees nor sends my work", async () => {
    const server = new FakeServer()
    const queue = new Queue(device().start(), server, keys())
    await queue.add(visit('li', 1))
    await queue.drain('account-2')
    expect(server.applied).toEqual([])
    expect(await queue.unsent('account-2')).toEqual([])
    expect(await queue.unsent(ME)).toHaveLength(1)
  })

  test('two adds and a drain at once neither share a place nor step on each other', async () => {
    const server = new FakeServer()
    const queue = new Queue(device().start(), server, keys())
    const [one, two] = await Promise.all([queue.add(visit('li', 1)), queue.add(visit('li', 2)), queue.drain(ME)])
    expect((one as Act).order).not.toBe((two as Act).order)
    await queue.drain(ME)
    expect(server.applied.map((act) => act.body)).toEqual([{ mark: 1 }, { mark: 2 }])
  })

  test('sweeps pictures of an act that never came to be, but not within the day', async () => {
    const phone = device()
    let now = new Date('2026-11-22T08:00:00Z')
    const queue = () => new Queue(phone.start(), new FakeServer(), keys(), () => now)
    await phone.start().putBytes(`act/${now.getTime()}/lost/0`, picture(1))
    await queue().sweep()
    expect(await phone.start().byteKeys('act/')).toHaveLength(1)
    now = new Date('2026-11-24T08:00:00Z')
    await queue().add(visit('li', 1, 1))
    await queue().sweep()
    expect(await phone.start().byteKeys('act/')).toHaveLength(1)
    expect((await phone.start().byteKeys('act/'))[0]).not.toContain('lost')
  })
})

function hold(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes)
  return [all.length, all[2], all[3], all[all.length - 1]].join('/')
}
