/** How long to wait before trying again: quick at first, then patient, never in step with others. */

const FIRST = 300
const LONGEST = 8_000

/** Milliseconds before try number `tries` (from 0); `chance` is a random number in [0, 1). */
export function pause(tries: number, chance: number): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 16))
  return Math.round(whole * (0.5 + chance / 2))
}
