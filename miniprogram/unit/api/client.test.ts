import { beforeEach, describe, expect, test, vi } from 'vitest'
import { keyed, onHeard, said, server } from '@/api/client'
import { Problem } from '@/api/problem'

interface Asked {
  url: string
  method: string
  data: unknown
  header: Record<string, string>
}

let asked: Asked[] = []
let answer: { statusCode: number; data: string } | null = null

beforeEach(() => {
  asked = []
  vi.stubGlobal('uni', {
    getStorageSync: () => 'token-of-the-session',
    request: (options: Asked & { success: (got: unknown) => void; fail: () => void }) => {
      asked.push(options)
      if (answer) options.success({ ...answer, header: { 'Content-Type': 'application/json' } })
      else options.fail()
    }
  })
})

describe('the way to the server', () => {
  test('speaks over uni.request with session, key and JSON', async () => {
    answer = { statusCode: 201, data: '{"id":"01a"}' }
    const made = await said(
      server.POST('/api/calls', { params: { header: keyed('key-1') }, body: { elder_id: 'e', times: ['t'] } })
    )
    expect(made.id).toBe('01a')
    expect(asked[0]).toMatchObject({ url: '/api/calls', method: 'POST', data: '{"elder_id":"e","times":["t"]}' })
    expect(asked[0]?.header).toMatchObject({
      'idempotency-key': 'key-1',
      authorization: 'Bearer token-of-the-session',
      'content-type': 'application/json'
    })
  })

  test('puts ids and queries into the address, and no key on a read', async () => {
    answer = { statusCode: 200, data: '{"items":[],"next_cursor":null}' }
    await said(server.GET('/api/visits/reports', { params: { query: { elder_id: 'a b', cursor: undefined } } }))
    expect(asked[0]?.url).toBe('/api/visits/reports?elder_id=a%20b')
    expect(asked[0]?.header['idempotency-key']).toBeUndefined()
  })

  test('a refusal becomes its own words', async () => {
    answer = { statusCode: 409, data: '{"code":"text_changed","message":"这份协议刚被改过，请再看一遍后签字","status":409}' }
    const refused = await said(server.GET('/api/dashboards/today')).catch((error: Problem) => error)
    expect(refused).toMatchObject({ status: 409, code: 'text_changed', message: '这份协议刚被改过，请再看一遍后签字' })
  })

  test('an answer that is no JSON, and no answer at all, are told in plain words', async () => {
    answer = { statusCode: 502, data: '<html>Bad gateway</html>' }
    const broken = await said(server.GET('/api/dashboards/today')).catch((error: Problem) => error)
    expect(broken).toMatchObject({ status: 502, message: '系统正忙，请过一会儿再试' })
    answer = null
    const silent = await said(server.GET('/api/dashboards/today')).catch((error: Problem) => error)
    expect(silent).toMatchObject({ status: 0, offline: true, message: '现在没有网络，请检查后再试' })
  })

  test('tells when the session is no longer known', async () => {
    const heard: string[] = []
    onHeard((what) => heard.push(what))
    answer = { statusCode: 401, data: '{"code":"not_signed_in","message":"请先登录"}' }
    await said(server.GET('/api/sessions/current')).catch(() => undefined)
    answer = null
    await said(server.GET('/api/sessions/current')).catch(() => undefined)
    expect(heard).toEqual(['signed_out', 'silent'])
  })
})
