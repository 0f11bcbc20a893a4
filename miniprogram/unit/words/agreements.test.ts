import { describe, expect, test } from 'vitest'
import type { Agreement, AgreementFile } from '@/api/agreements'
import { actWords, cardWords, standingWords, stepsOf, type Act } from '@/words/agreements'
import { doingsFor } from '@/words/doings'

const NOW = new Date('2026-11-22T10:00:00+08:00')

const paper = (more: Partial<Agreement> = {}) =>
  ({
    id: 'a', elder_id: 'e', elder: '李桂兰', kind: 'care', state: 'draft', phase: null, reason: null, until: null,
    starts_on: '2026-12-01', ends_on: '2027-11-30', respond_by: '2026-12-20', ask_again_on: null, number: null,
    drafted_at: '2026-11-20T02:00:00Z', handed_in_at: null, filed_at: null, ...more
  }) as Agreement
const act = (kind: Act['kind'], actor: string | null, more: Partial<Act> = {}) =>
  ({
    kind, actor, means: 'handwriting', strength: 'record', read_by: null, witness: null, void: false, doubtful: false,
    done_at: '2026-11-21T01:00:00Z', ...more
  }) as Act
const party = (role: string, name: string, signed_at: string | null = null) =>
  ({ role, name, member_id: role === 'elder' ? null : name, relation: role === 'supporter' ? '儿子' : null, asked: true, signed_at }) as AgreementFile['parties'][number]
const file = (agreement: Agreement, parties = [party('elder', '李桂兰'), party('supporter', '王强'), party('caregiver', '赵芳')], acts: Act[] = []) =>
  ({ agreement, parties, acts, may_join: false }) as unknown as AgreementFile
const SIGNED = [party('elder', '李桂兰'), party('supporter', '王强', '2026-11-21T01:00:00Z'), party('caregiver', '赵芳', '2026-11-21T01:00:00Z')]

describe('how an agreement stands', () => {
  test.each([
    [paper(), '等各方签字，请在2026 年 12 月 20 日前签好'],
    [paper({ respond_by: '2026-11-21' }), '等各方签字。期限到2026 年 11 月 21 日，已经过了，要由写协议的孩子或村委会延长'],
    [paper({ state: 'signed', ask_again_on: '2026-11-23' }), '各方签好了。老人说改天再定，明天再问'],
    [paper({ state: 'elder_declined', ask_again_on: '2026-12-22' }), '老人现在不愿意，先不办。12 月 22 日可以再问问'],
    [paper({ state: 'filed', phase: 'waiting' }), '已报备，2026 年 12 月 1 日开始'],
    [paper({ state: 'filed', phase: 'renewal_due', ends_on: '2026-12-22' }), '已报备，还有 30 天到期，该商量续签了'],
    [paper({ state: 'suspended', reason: 'child_home_a_while', until: '2026-12-06' }), '暂停中：孩子回来短住，到2026 年 12 月 6 日'],
    [paper({ state: 'ended', reason: 'elder' }), '已结束：老人不愿意了'],
    [paper({ state: 'superseded' }), '已由新的一份接替']
  ])('is said as a neighbour would: %#', (given, words) => {
    expect(standingWords(given, NOW)).toBe(words)
  })
})

describe('the road of an agreement', () => {
  const states = (given: AgreementFile) => stepsOf(given, NOW).map((step) => `${step.key.split('-')[0]}:${step.state}`)

  test('has a step for each party, with a face, and shows who has signed', () => {
    const steps = stepsOf(file(paper(), [SIGNED[0]!, SIGNED[1]!, party('caregiver', '赵芳')]), NOW)
    expect(steps.map((step) => step.state)).toEqual(['done', 'done', 'now', 'later', 'later', 'later'])
    expect(steps[1]).toMatchObject({ words: '王强（儿子）签字', detail: '昨天上午 9:00', face: '王强' })
    expect(steps[2]).toMatchObject({ words: '赵芳答应照顾', detail: '' })
  })

  test('shows an elder who said no gently, and when to ask again; the consent given before no longer counts', () => {
    const said = [act('consent', null, { void: true }), act('refuse', null)]
    const given = file(paper({ state: 'elder_declined', ask_again_on: '2026-12-22' }), SIGNED, said)
    expect(stepsOf(given, NOW)[3]).toMatchObject({
      state: 'refused', words: '李桂兰现在不愿意', detail: '听老人的，先不办，12 月 22 日可以再问问'
    })
  })

  test('does not count a consent to words that were changed since', () => {
    const given = file(paper(), undefined, [act('consent', null, { void: true })])
    expect(stepsOf(given, NOW)[3]).toMatchObject({ key: 'elder', state: 'later' })
  })

  test('keeps all its steps once filed, also while suspended and after it has ended', () => {
    for (const state of ['filed', 'suspended', 'ended', 'superseded'] as const) {
      const given = file(paper({ state, filed_at: '2026-11-22T01:00:00Z', number: 'SP-1' }), SIGNED, [act('consent', null)])
      expect(new Set(stepsOf(given, NOW).map((step) => step.state))).toEqual(new Set(['done']))
    }
  })

  test('shows who would not sign, and whom the committee sends back', () => {
    expect(states(file(paper({ state: 'declined' }), SIGNED.slice(0, 2).concat(party('caregiver', '赵芳')), [act('decline', '赵芳')])))
      .toEqual(['draft:done', 'supporter:done', 'caregiver:refused', 'elder:later', 'hand_in:later', 'file:later'])
    expect(states(file(paper({ state: 'returned' }), SIGNED, [act('consent', null)]))[4]).toBe('hand_in:refused')
  })

  test('says how an act was done, who read and who witnessed', () => {
    const said = act('consent', null, { means: 'fingerprint', read_by: 'phone', witness: '孙平' })
    expect(actWords(said, NOW)).toBe('昨天上午 9:00，按手印，手机读给老人听，见证人孙平')
  })
})

describe('what else one may do', () => {
  const filed = (more: Partial<Agreement> = {}) => file(paper({ state: 'filed', phase: 'in_force', ...more }), SIGNED)

  test.each([
    ['supporter', ['王强'], file(paper()), ['rewrite', 'decline', 'withdraw']],
    ['supporter', ['王强'], file(paper({ respond_by: '2026-11-21' })), ['extend', 'rewrite', 'decline', 'withdraw']],
    ['supporter', ['王强'], file(paper({ state: 'handed_in' }), SIGNED), ['withdraw']],
    ['supporter', ['王强'], filed(), ['suspend', 'end']],
    ['supporter', ['王强'], filed({ phase: 'renewal_due' }), ['renew', 'suspend', 'end']],
    ['supporter', ['王强'], file(paper({ state: 'suspended' }), SIGNED), ['resume', 'end']],
    ['supporter', [], filed(), []],
    ['supporter', ['王强'], file(paper({ state: 'superseded' }), SIGNED), []],
    ['caregiver', ['赵芳'], file(paper({ state: 'consented' }), SIGNED), ['decline']],
    ['caregiver', ['赵芳'], filed(), ['suspend', 'end']],
    ['caregiver', ['王强'], filed(), []],
    ['volunteer', ['王强'], file(paper()), []]
  ] as const)('as %s holding %j: %#', (role, mine, given, doings) => {
    expect(doingsFor(given, role, mine, NOW)).toEqual(doings)
  })
})

test('a visitor is told on the card when the elder wanted to be asked again', () => {
  const now = new Date('2026-11-22T04:00:00Z')
  const day = '2026-12-01'
  expect(cardWords({ waits_for: 'consent', ask_again_on: day }, now)).toBe('老人说改天再定，12 月 1 日再问')
  expect(cardWords({ waits_for: 'ask_again', ask_again_on: day }, now)).toBe('老人上次不愿意，12 月 1 日可以再问问')
  expect(cardWords({ waits_for: 'consent', ask_again_on: null }, now)).toBe('协议等您请老人当面同意')
  expect(cardWords({ waits_for: 'hand_in', ask_again_on: day }, now)).toBe('协议等您交给村委会')
  expect(cardWords({ waits_for: null, ask_again_on: null }, now)).toBe('')
})
