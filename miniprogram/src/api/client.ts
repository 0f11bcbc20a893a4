/**
 * The one way to the server, typed by its own OpenAPI description.
 *
 *     const report = await said(server.GET('/api/visits/reports/{report_id}', { params: { path: { report_id } } }))
 *
 * `said` gives the data or throws a Problem whose `message` is for people.
 */
import createClient, { type Middleware } from 'openapi-fetch'
import { newKey } from '@/api/keys'
import { ORIGIN } from '@/api/origin'
import { offlineProblem, Problem, problemFrom } from '@/api/problem'
import type { paths } from '@/api/schema'
import { readToken } from '@/api/token'
import { WireRequest } from '@/api/shapes'
import { wireFetch, type Answer } from '@/api/wire'

export const KEY_HEADER = 'Idempotency-Key'

type Heard = 'answered' | 'silent' | 'signed_out'
const listeners = new Set<(heard: Heard) => void>()

/** Tells whether the server answers, and when it no longer knows this session. */
export function onHeard(listener: (heard: Heard) => void): void {
  listeners.add(listener)
}

function tell(heard: Heard): void {
  for (const listener of listeners) listener(heard)
}

/** Headers of ours for any request: who asks, and for a write the key under which it is applied once. */
export async function ownHeaders(method: string, key?: string): Promise<Record<string, string>> {
  const headers: Record<string, string> = {}
  const token = readToken()
  if (token) headers.Authorization = `Bearer ${token}`
  if (method !== 'GET') headers[KEY_HEADER] = key ?? (await newKey())
  return headers
}

const ours: Middleware = {
  async onRequest({ request }) {
    const given = request.headers.get(KEY_HEADER) ?? undefined
    for (const [name, value] of Object.entries(await ownHeaders(request.method, given))) request.headers.set(name, value)
    return undefined
  }
}

export const server = createClient<paths>({
  baseUrl: ORIGIN,
  Request: WireRequest as unknown as typeof Request,
  fetch: ((request: WireRequest) => heardFetch(request)) as unknown as typeof fetch
})
server.use(ours)

/** As `wireFetch`, and tells the listeners. */
export async function heardFetch(request: WireRequest, answer?: Answer, wait?: number) {
  try {
    const response = await wireFetch(request, answer, wait)
    tell(response.status === 401 && readToken() ? 'signed_out' : 'answered')
    return response
  } catch (error) {
    tell('silent')
    throw error
  }
}

interface Answered<T> {
  data?: T
  error?: unknown
  response: { ok: boolean; status: number }
}

/** The data of an answer. Throws Problem for a refusal and for silence. */
export async function said<T>(asked: Promise<Answered<T>>): Promise<NonNullable<T>> {
  let answer: Answered<T>
  try {
    answer = await asked
  } catch (error) {
    throw error instanceof Problem ? error : offlineProblem()
  }
  if (!answer.response.ok) throw problemFrom(answer.response.status, answer.error)
  return answer.data as NonNullable<T>
}

/** The header of a write: the same key makes the same act, however often it is sent. */
export const keyed = (key: string) => ({ [KEY_HEADER]: key }) as { 'Idempotency-Key': string }
