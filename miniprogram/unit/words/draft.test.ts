import { expect, test } from 'vitest'
import type { Agreement, Draft } from '@/api/agreements'
import type { Member } from '@/api/elders'
import { draftIn, endsOn, formOf, freshForm, kindsPossible, missingIn, renewalOf, yuan } from '@/words/draft'
import { promiseWords, summaryOf } from '@/words/terms'

const member = (id: string, duty: Member['duty'], confirmed = true) =>
  ({ id, duty, name: id, relation: '儿子', confirmed_at: confirmed ? '2026-01-01T00:00:00Z' : null }) as Member
const FAMILY = [member('son', 'supporter'), member('girl', 'supporter'), member('new', 'supporter', false), member('fang', 'caregiver')]
const TODAY = '2026-11-22'
const TERMS: Draft = {
  kind: 'care',
  supporters: [{ member_id: 'girl', call_every: 3, visits_yearly: 2, monthly: 300, task: '陪看病' }],
  caregivers: ['fang', 'gone'], legal_agent: null, duties: ['look_in', 'meals'], look_in_weekly: 5, fee_monthly: 400,
  advance_limit: 1000, keys_held: true, special: '每月 5 号取药', starts_on: '2025-12-01', ends_on: '2027-11-30'
}

test('begins with what suits most, from those the committee has confirmed', () => {
  const sent = draftIn(freshForm(FAMILY, TODAY), 'elder', null)
  expect(sent).toMatchObject({
    kind: 'care', supporters: [{ member_id: 'son', call_every: 7, visits_yearly: 1 }], caregivers: ['fang'],
    fee_monthly: 0, advance_limit: 0, starts_on: '2026-11-22', ends_on: '2027-11-21', legal_agent: null, renews_id: null
  })
  expect(missingIn(freshForm(FAMILY, TODAY))).toBe('')
})

test('care needs a caregiver, sharing two children', () => {
  expect(kindsPossible(FAMILY)).toEqual(['care', 'support'])
  expect(kindsPossible(FAMILY.slice(0, 3))).toEqual(['support'])
  expect(kindsPossible([member('son', 'supporter')])).toEqual([])
  expect(missingIn({ ...freshForm(FAMILY, TODAY, 'support'), supporters: ['son'] })).toBe('分担赡养要有至少两个子女')
  expect(missingIn({ ...freshForm(FAMILY, TODAY), duties: [] })).toBe('请选要他做些什么')
})

test('a support agreement says nothing of a caregiver, whatever was chosen before', () => {
  const sent = draftIn({ ...freshForm(FAMILY, TODAY), kind: 'support', supporters: ['son', 'girl'], fee: 300, keys: true }, 'elder', null)
  expect(sent).toMatchObject({ caregivers: [], duties: [], fee_monthly: 0, advance_limit: 0, keys_held: false })
})

test('rewriting takes up every word of before, without those who have left the family', () => {
  const { caregivers, ...rest } = draftIn(formOf(TERMS, FAMILY, TODAY), 'elder', null)
  expect(rest).toEqual({ ...TERMS, caregivers: undefined, elder_id: 'elder', renews_id: null })
  expect(caregivers).toEqual(['fang'])
})

test('a renewal begins the day after, or today where that has passed, for as many years', () => {
  const old = (ends_on: string) => ({ id: 'old', kind: 'care', ends_on }) as Agreement
  const next = renewalOf(old('2026-12-20'), TERMS, FAMILY, TODAY)
  expect([next.startsOn, endsOn(next), next.fee]).toEqual(['2026-12-21', '2028-12-20', 400])
  expect(renewalOf(old('2026-11-01'), TERMS, FAMILY, TODAY).startsOn).toBe(TODAY)
  expect(renewalOf(old('2026-11-01'), null, FAMILY, TODAY).caregivers).toEqual(['fang'])
})

test('yuan are whole and within bounds', () => {
  expect(['300', '12.9', '-5', '9999999', '三百', ''].map(yuan)).toEqual([300, 12, 0, 100_000, 0, 0])
})

test('an elder hears each duty in a short sentence, and what stays in the own hands', () => {
  const parties = [{ member_id: 'girl', name: '王丽' }, { member_id: 'fang', name: '赵芳' }] as never
  const lines = summaryOf({ ...TERMS, caregivers: ['fang'] }, parties).flatMap(({ heading, lines: told }) => [heading, ...told])
  expect(lines).toContain('赵芳来照看您')
  expect(lines).toContain('每周至少来看您 5 次；您不舒服的日子，天天来')
  expect(lines).toContain('孩子每月给 400 元，不用您出')
  expect(lines).toContain('王丽：至少每 3 天打一次电话，每年回来看您 2 次，每月给 300 元，陪看病')
  expect(lines).toContain('什么时候不愿意了，说一声，马上就停')
  expect(summaryOf(null, parties)).toEqual([])
  expect(promiseWords('王丽', { member_id: 'girl', call_every: 1, visits_yearly: 0, monthly: 0, task: '' })).toBe('王丽：每天打一次电话')
})
