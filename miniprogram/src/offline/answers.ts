/** The elder's answer to an agreement, from the phone's queue to what the server takes. Pure. */
import type { AnswerIn } from '@/api/agreements'
import type { Act } from '@/offline/queue'

/** As it waits in the phone; of a yes the pictures are the handwriting or fingerprint, if any, then the photograph. */
export type AnswerBody = Omit<AnswerIn, 'signature_id' | 'photo_id'> & { agreement_id: string }

/** As phones kept a consent before there were three answers. */
interface ConsentBody {
  agreement_id: string
  text_hash: string
  means: 'handwriting' | 'fingerprint'
  witness: string
  witness_adult: boolean
  done_at: string
}

/** What was kept by an older version of this app, in the shape of now. */
export function inPresentShape(act: Act): Act {
  if (act.kind !== 'consent') return act
  const body: AnswerBody = {
    ...(act.body as ConsentBody),
    answer: 'yes', read_by: 'visitor', words: '', strokes: [], ask_again_on: null, device: null
  }
  return { ...act, kind: 'answer', body }
}

export function answerOf({ agreement_id, ...body }: AnswerBody, pictures: string[]): { id: string; answer: AnswerIn } {
  const [signature, photo] = body.means === 'spoken' ? [null, pictures[0]] : pictures
  return { id: agreement_id, answer: { ...body, signature_id: signature ?? null, photo_id: photo ?? null } }
}
