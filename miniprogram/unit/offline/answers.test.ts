import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AnswerIn } from '@/api/agreements'
import { Problem } from '@/api/problem'
import { sendAct, workWords } from '@/offline/acts'
import { answered, answerOf, inPresentShape, toDoAgain, type AnswerBody } from '@/offline/answers'
import { Queue, type Act } from '@/offline/queue'
import { dayFromNow } from '@/words/time'
import { type Weather } from './server'
import { bodiesOnly } from './server'
import { DEVICES } from './shelves'

const sent = vi.hoisted(() => ({ answer: vi.fn() }))
vi.mock('@/api/agreements', () => ({ answerAgreement: sent.answer }))
vi.mock('@/api/client', () => ({ server: {}, said: vi.fn(), keyed: vi.fn() }))
afterEach(() => vi.clearAllMocks())

const ME = 'account-1'
const picture = (mark: number) => new Uint8Array([0xff, 0xd8, mark]).buffer as ArrayBuffer
const body = (answer: AnswerBody['answer'], means: AnswerBody['means'], mark = 0): AnswerBody => ({
  agreement_id: `paper-${mark}`, text_hash: 'h', answer, means, read_by: 'visitor', done_at: '2026-11-22T02:00:00Z',
  words: means === 'spoken' ? '我愿意' : '', strokes: [[[1, 2, 0]]], witness: '', witness_adult: false,
  ask_again_on: answer === 'not_today' ? '2026-11-25' : null, device: null
})
const act = (given: Partial<Act>): Act => ({
  id: 'k', order: 1, owner: ME, elderId: 'li', kind: 'answer', body: body('yes', 'tap'), pictures: [], madeAt: '', refusal: null, ...given
})

/** The three answers, and the pictures each brings. */
const KINDS = [
  { answer: 'yes', means: 'handwriting', pictures: 2 },
  { answer: 'yes', means: 'fingerprint', pictures: 2 },
  { answer: 'yes', means: 'spoken', pictures: 1 },
  { answer: 'no', means: 'tap', pictures: 0 },
  { answer: 'no', means: 'spoken', pictures: 0 },
  { answer: 'not_today', means: 'tap', pictures: 0 }
] as const

describe.each(Object.entries(DEVICES))('the three answers in the queue of a %s', (_name, device) => {
  test('arrive whole, each once, with the right picture in the right place, through any weather', async () => {
    const rough = fc.array(fc.constantFrom<Weather>('fine', 'no_network', 'answer_lost', 'busy'), { maxLength: 16 })
    const plan = fc.array(fc.nat(KINDS.length - 1), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(plan, rough, async (order, weather) => {
        const phone = device()
        const arrived = new Map<string, { id: string; answer: AnswerIn }>()
        const uploads = new Map<string, number>()
        const sky = [...weather]
        let made = 0
        const newKey = async () => `key${String((made += 1)).padStart(4, '0')}`
        const under = <T>(work: () => T): T => {
          const now = sky.shift() ?? 'fine'
          if (now === 'no_network') throw new Problem(0, 'offline', '')
          if (now === 'busy') throw new Problem(503, 'busy', '')
          const answer = work()
          if (now === 'answer_lost') throw new Problem(0, 'offline', '')
          return answer
        }
        sent.answer.mockImplementation(async (key: string, id: string, answer: AnswerIn) =>
          under(() => {
            if (arrived.has(key)) expect(arrived.get(key)).toEqual({ id, answer })
            arrived.set(key, { id, answer })
            return { valid: true, message: '' }
          })
        )
        const upload = async (bytes: ArrayBuffer, key: string) =>
          under(() => {
            uploads.set(key, new Uint8Array(bytes)[2]!)
            return key
          })
        const open = () => new Queue(phone.start(), { ...bodiesOnly(upload), send: sendAct }, newKey)
        for (const [mark, kind] of order.entries()) {
          const { answer, means, pictures } = KINDS[kind]!
          await open().add({
            owner: ME, elderId: `elder-${mark % 2}`, kind: 'answer', body: body(answer, means, mark),
            pictures: Array.from({ length: pictures }, (_, place) => picture(pictures - place))
          })
        }
        for (let tries = 0; tries <= weather.length; tries += 1) await open().drain(ME)

        expect(await open().unsent(ME)).toEqual([])
        expect(arrived.size).toBe(order.length)
        for (const { id, answer } of arrived.values()) {
          const kind = KINDS[order[Number(id.split('-')[1])]!]!
          expect([answer.answer, answer.means]).toEqual([kind.answer, kind.means])
          // Pictures carry 2 for the handwriting or fingerprint, 1 for the photograph.
          expect(answer.signature_id && uploads.get(answer.signature_id)).toBe(kind.pictures === 2 ? 2 : null)
          expect(answer.photo_id && uploads.get(answer.photo_id)).toBe(kind.pictures ? 1 : null)
        }
      }),
      { numRuns: 15 }
    )
  })

  test('a consent kept by an older version goes out as a yes the visitor read, and leaves', async () => {
    const queue = new Queue(device().start(), { ...bodiesOnly(async (_bytes, key) => key), send: sendAct }, keys())
    sent.answer.mockResolvedValue({ valid: true, message: '' })
    const old = { agreement_id: 'paper', text_hash: 'h', means: 'fingerprint', witness: '孙平', witness_adult: true, done_at: 'then' }
    await queue.add({ owner: ME, elderId: 'li', kind: 'consent', body: old, pictures: [picture(2), picture(1)] })
    const [waiting] = await queue.unsent(ME)
    expect(workWords(waiting!)).toBe('老人对协议的回答')
    expect(answered([waiting!])).toEqual(new Set(['paper']))
    await queue.drain(ME)
    const [, id, answer] = sent.answer.mock.calls[0]!
    expect(id).toBe('paper')
    expect(answer).toEqual({
      text_hash: 'h', answer: 'yes', means: 'fingerprint', read_by: 'visitor', done_at: 'then', words: '', strokes: [],
      witness: '孙平', witness_adult: true, ask_again_on: null, device: null, signature_id: 'key0002', photo_id: 'key0003'
    })
    expect(await queue.unsent(ME)).toEqual([])
  })
})

function keys(): () => Promise<string> {
  let made = 0
  return async () => `key${String((made += 1)).padStart(4, '0')}`
}

test('a day that passed before there was a network becomes tomorrow, under the same key', async () => {
  sent.answer.mockRejectedValueOnce(new Problem(422, 'agreement_day_not_possible', '日期不对')).mockResolvedValueOnce({ valid: true })
  await sendAct(act({ body: body('not_today', 'tap') }), [])
  expect(sent.answer.mock.calls.map(([key, , answer]) => [key, answer.ask_again_on])).toEqual([
    ['k', '2026-11-25'], ['k', dayFromNow(1)]
  ])
})

test('any other refusal stays a refusal', async () => {
  sent.answer.mockRejectedValueOnce(new Problem(422, 'witness_not_fit', '见证人要是成年人'))
  await expect(sendAct(act({}), [])).rejects.toThrow('见证人要是成年人')
  expect(sent.answer).toHaveBeenCalledTimes(1)
})

test('an answer to a text that had changed is told in the server’s words, a good one is not', () => {
  const again = { valid: false, message: '要对新的文字再问一次' }
  expect(toDoAgain({ act: act({}), answer: again })).toEqual([{ id: 'k', message: '要对新的文字再问一次' }])
  expect(toDoAgain({ act: act({}), answer: { valid: true, message: '' } })).toEqual([])
  expect(toDoAgain({ act: act({ kind: 'visit_report' }), answer: { valid: false } })).toEqual([])
  expect(toDoAgain({ act: act({}), answer: null })).toEqual([])
})

test('an elder whose answer waits in the phone is not asked twice; one refused is', () => {
  expect(answered([act({}), act({ kind: 'visit_report' })])).toEqual(new Set(['paper-0']))
  expect(answered([act({ refusal: { code: 'x', message: '' } })])).toEqual(new Set())
})

test('a newer act keeps its shape', () => {
  const given = act({})
  expect(inPresentShape(given)).toBe(given)
  expect(answerOf(body('yes', 'spoken'), ['p']).answer).toMatchObject({ signature_id: null, photo_id: 'p' })
})
