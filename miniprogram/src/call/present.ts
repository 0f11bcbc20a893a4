/** Who sits with the elder, as the server takes it. */
import type { Companion } from '@/api/calls'

const ADULT = { minor: false, guardian_agrees: false, hidden: false }

/** Null while it is open whether a minor may be seen. */
export function companyOf(beside: string[], minor: boolean, shown: string | undefined): Companion[] | null {
  const adults = beside.map((who) => ({ ...ADULT, who: who as Companion['who'] }))
  if (!minor) return adults
  if (shown !== 'agrees' && shown !== 'hidden') return null
  return [...adults, { who: 'grandchild', minor: true, guardian_agrees: shown === 'agrees', hidden: shown === 'hidden' }]
}
