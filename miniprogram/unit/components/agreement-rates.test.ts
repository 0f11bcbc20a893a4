import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import AgreementRates from '@/components/agreement-rates.vue'
import DateField from '@/components/date-field.vue'

const NAMED = { division_id: 'town', parent_id: null, code: '1', name: '石门乡', level: 'township' }
const NONE = {
  elder_declined: 0, child_returned: 0, suspended: 0, draft: 0, signed: 0, consented: 0, handed_in: 0, returned: 0, not_begun: 0, expired: 0
}
const asked = vi.hoisted(() => new Map<string, (answer: unknown) => void>())

vi.mock('@/api/statistics', () => ({
  readAgreementRates: (day: string) => new Promise((tell) => asked.set(day, tell)),
  readCareRates: (day: string) =>
    Promise.resolve({ as_of: day, items: [{ ...NAMED, dependent: 0, rate: null, agreement: 0, child: 0, guardian: 0, nobody: 0 }] })
}))

vi.mock('@/stores/session', () => ({ useSession: () => ({ role: 'township' }) }))

async function answer(day: string, inForce: number): Promise<void> {
  const place = { ...NAMED, ...NONE, in_force: inForce, nothing: 10 - inForce, on_register: 10, rate: inForce / 10 }
  asked.get(day)!({ as_of: day || '2026-11-22', items: [place] })
  await flushPromises()
}

test('an earlier day that answers late never stands under the day chosen since', async () => {
  const card = mount(AgreementRates, { global: { stubs: { picker: true, 'wd-button': true } } })
  await answer('', 9)
  expect(card.text()).toContain('9 / 10 位，90%')

  card.findComponent(DateField).vm.$emit('update:modelValue', '2026-03-31')
  card.findComponent(DateField).vm.$emit('update:modelValue', '2026-06-30')
  await answer('2026-06-30', 6)
  await answer('2026-03-31', 3)
  await answer('2026-06-30', 6)

  expect(card.text()).toContain('2026 年 6 月 30 日那天')
  expect(card.text()).toContain('6 / 10 位，60%')
  expect(card.text()).not.toContain('3 / 10')
})
