/** What the eligibility form holds, and what it tells the server: "not known" is null, never a no. */
import type { SituationIn } from '@/api/register'
import type { Schema } from '@/api/types'

type Supporter = Schema<'SupporterIn'>

/** One supporter as chips hold it. */
export interface SupporterFields {
  whereabouts: string[]
  sinceKnown: string[]
  since: string
  forWork: string[]
  able: string[]
  /** Coming home again is not asked here, and not lost either. */
  rest: Pick<Supporter, 'returned_on' | 'for_good'>
}

export const toldAs = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'yes' : 'no')
const answerOf = (chip: string | undefined) => (chip === 'yes' ? true : chip === 'no' ? false : null)

export function supporterFields(told: Supporter | null, today: string): SupporterFields {
  return {
    whereabouts: [told?.whereabouts ?? 'unknown'],
    sinceKnown: [told?.since ? 'yes' : 'unknown'],
    since: told?.since ?? today,
    forWork: [toldAs(told?.for_work ?? null)],
    able: [toldAs(told?.able ?? null)],
    rest: { returned_on: told?.returned_on ?? null, for_good: told?.for_good ?? null }
  }
}

/** `asked` is some, none, or unknown. */
export function situationFrom(
  dwelling: string | undefined,
  asked: string | undefined,
  supporters: SupporterFields[]
): SituationIn {
  return {
    lives_in_countryside: answerOf(dwelling),
    supporters: asked === 'some' ? supporters.map(told) : asked === 'none' ? [] : null
  }
}

function told(fields: SupporterFields): Supporter {
  const [where] = fields.whereabouts
  return {
    whereabouts: !where || where === 'unknown' ? null : (where as Supporter['whereabouts']),
    since: fields.sinceKnown[0] === 'yes' ? fields.since : null,
    for_work: answerOf(fields.forWork[0]),
    able: answerOf(fields.able[0]),
    ...fields.rest
  }
}
