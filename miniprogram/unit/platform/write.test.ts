import { describe, expect, test } from 'vitest'
import { Problem } from '@/api/problem'
import { useLoad } from '@/platform/load'
import { useWrite } from '@/platform/write'

describe('a write', () => {
  test('goes out under the same key until it is answered, and under a new one afterwards', async () => {
    const keys: string[] = []
    const weather = [new Problem(0, 'offline', '没有网络'), new Problem(503, 'busy', '系统正忙'), null, null]
    const write = useWrite(async (key: string, words: string) => {
      expect(words).toBe('同意')
      keys.push(key)
      const trouble = weather.shift()
      if (trouble) throw trouble
      return 'done'
    })
    expect(await write.run('同意')).toBeUndefined()
    expect(write.message).toBe('没有网络')
    expect(await write.run('同意')).toBeUndefined()
    expect(await write.run('同意')).toBe('done')
    expect(write.message).toBe('')
    await write.run('同意')
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(keys.slice(0, 3)).size).toBe(1)
    expect(keys[3]).not.toBe(keys[0])
  })

  test('with other words takes another key, and a refusal is judged afresh', async () => {
    const keys: string[] = []
    const write = useWrite(async (key: string, words: string) => {
      keys.push(key)
      throw words === '不行' ? new Problem(409, 'changed', '刚被改过') : new Problem(0, 'offline', '')
    })
    await write.run('甲')
    await write.run('乙')
    await write.run('不行')
    await write.run('不行')
    expect(new Set(keys).size).toBe(4)
  })

  test('a second tap while the first is under way sends nothing', async () => {
    let sent = 0
    let finish = (): void => undefined
    const write = useWrite(() => {
      sent += 1
      return new Promise<string>((resolve) => (finish = () => resolve('done')))
    })
    const first = write.run()
    await Promise.resolve()
    expect(await write.run()).toBeUndefined()
    await Promise.resolve()
    finish()
    expect(await first).toBe('done')
    expect(sent).toBe(1)
  })
})

describe('a page', () => {
  const silence = new Problem(0, 'offline', '现在没有网络')

  test('shows the kept copy with its time where there is no network', async () => {
    const kept = { value: ['李秀英'], at: '2026-11-22T08:00:00Z' }
    const keeper = { keep: async () => undefined, kept: async () => kept }
    const load = useLoad<string[]>(() => Promise.reject(silence), { keeper })
    await load.reload()
    expect([load.face, load.value, load.keptAt]).toEqual(['ready', ['李秀英'], kept.at])
  })

  test('without a copy says that there is no network; a refusal is told in its own words', async () => {
    const offline = useLoad(() => Promise.reject(silence))
    await offline.reload()
    expect(offline.face).toBe('offline')
    const refused = useLoad(() => Promise.reject(new Problem(404, 'elder_not_found', '没有找到这位老人')))
    await refused.reload()
    expect([refused.face, refused.message, refused.code]).toEqual(['failed', '没有找到这位老人', 'elder_not_found'])
  })

  test('an empty answer is its own face, and a copy that cannot be kept costs nothing', async () => {
    const keeper = { keep: () => Promise.reject(new Error('full')), kept: async () => undefined }
    const load = useLoad(async () => [] as string[], { empty: (list) => list.length === 0, keeper })
    await load.reload()
    expect(load.face).toBe('empty')
  })
})
