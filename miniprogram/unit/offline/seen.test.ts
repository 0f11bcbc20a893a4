import { describe, expect, test } from 'vitest'
import { Queue } from '@/offline/queue'
import { Seen } from '@/offline/seen'
import { FakeServer } from './server'
import { DEVICES, weixinStorage } from './shelves'
import { BrowserShelf } from '@/offline/browser-shelf'
import { WeixinShelf } from '@/offline/weixin-shelf'

const START = new Date('2026-11-01T08:00:00+08:00')
const daysLater = (days: number) => new Date(START.getTime() + days * 86_400_000)

describe.each(Object.entries(DEVICES))('copies on a %s', (_name, device) => {
  test('are read back by the account that got them and by no other', async () => {
    const seen = new Seen(device().start())
    await seen.remember('me', 'today', { due: 3 })
    expect((await seen.recall('me', 'today'))?.value).toEqual({ due: 3 })
    expect(await seen.recall('you', 'today')).toBeUndefined()
  })

  test('are gone 14 days after the last contact, though work not yet sent is not', async () => {
    const shelf = device().start()
    let now = START
    const seen = new Seen(shelf, () => now)
    const queue = new Queue(shelf, new FakeServer(), async () => `key${Math.random()}`, () => now)
    await seen.contact()
    await seen.remember('me', 'elder', { name: '李秀英' }, 'li')
    await seen.saveDraft('me', 'visit/li', { health: 'good' }, [new Uint8Array([7]).buffer])
    await queue.add({ owner: 'me', elderId: 'li', kind: 'visit_report', body: {}, pictures: [new ArrayBuffer(3)] })

    now = daysLater(14)
    expect(await seen.recall('me', 'elder')).toBeDefined()
    now = daysLater(14.01)
    expect(await seen.recall('me', 'elder')).toBeUndefined()
    const draft = await seen.draft('me', 'visit/li')
    expect(draft?.value).toEqual({ health: 'good' })
    expect(draft?.pictures.map((bytes) => new Uint8Array(bytes)[0])).toEqual([7])
    expect(await queue.unsent('me')).toHaveLength(1)
  })

  test('are gone at sign-out, though work not yet sent is not', async () => {
    const shelf = device().start()
    const seen = new Seen(shelf)
    const queue = new Queue(shelf, new FakeServer(), async () => `key${Math.random()}`)
    await seen.remember('me', 'today', { due: 3 })
    await queue.add({ owner: 'me', elderId: 'li', kind: 'visit_report', body: {}, pictures: [new ArrayBuffer(3)] })
    await seen.wipe()
    expect(await shelf.keys('seen/')).toEqual([])
    expect(await queue.unsent('me')).toHaveLength(1)
    expect(await shelf.byteKeys('act/')).toHaveLength(1)
  })

  test('a draft leaves with its pictures once its work is done', async () => {
    const shelf = device().start()
    const seen = new Seen(shelf)
    await seen.saveDraft('me', 'visit/li', {}, [new ArrayBuffer(2), new ArrayBuffer(2)])
    await seen.dropDraft('me', 'visit/li')
    expect(await seen.draft('me', 'visit/li')).toBeUndefined()
    expect(await shelf.byteKeys('draft/')).toEqual([])
  })

  test('of an elder are gone with the pairing', async () => {
    const seen = new Seen(device().start())
    await seen.remember('me', 'today', {})
    await seen.remember('me', 'elder/li', { name: '李' }, 'li')
    await seen.remember('me', 'elder/wang', { name: '王' }, 'wang')
    await seen.keepOnly(['wang'])
    expect(await seen.recall('me', 'elder/li')).toBeUndefined()
    expect(await seen.recall('me', 'elder/wang')).toBeDefined()
    expect(await seen.recall('me', 'today')).toBeDefined()
  })
})

test('a browser keeps no readable word on disk', async () => {
  const shelf = new BrowserShelf('readable')
  await shelf.put('seen/elder', { name: '李秀英' })
  const raw = await (shelf as unknown as { records: { toArray(): Promise<{ data: ArrayBuffer }[]> } }).records.toArray()
  expect(raw).toHaveLength(1)
  expect(new TextDecoder().decode(raw[0]!.data)).not.toContain('李秀英')
  expect(await shelf.get('seen/elder')).toEqual({ name: '李秀英' })
})

test('the mini-program asks for encrypted storage', async () => {
  const asked: boolean[] = []
  const storage = weixinStorage()
  const write = storage.setStorage
  storage.setStorage = (options) => {
    asked.push(options.encrypt)
    return write(options)
  }
  await new WeixinShelf(storage).put('seen/elder', {})
  expect(asked).toEqual([true])
})
