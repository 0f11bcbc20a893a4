/** The kinds of work that can be done without a network, and how each is told to the server. */
import { Problem } from '@/api/problem'
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'
import type { Act } from '@/offline/queue'

type VisitBody = Omit<Schema<'ReportIn'>, 'photo_ids'>
type ConsentBody = Omit<Schema<'ConsentIn'>, 'signature_id' | 'photo_id'> & { agreement_id: string }

/** `pictures` are the uploaded ids, in the order they were added. */
const SEND = {
  visit_report: (act: Act, pictures: string[]) => sendVisit(act, pictures),
  wish: (act: Act) =>
    said(
      server.POST('/api/agreements/wishes', { params: { header: keyed(act.id) }, body: act.body as Schema<'WishIn'> })
    ),
  consent: (act: Act, [signature, photo]: string[]) => {
    const { agreement_id, ...body } = act.body as ConsentBody
    return said(
      server.POST('/api/agreements/{agreement_id}/consent', {
        params: { header: keyed(act.id), path: { agreement_id } },
        body: { ...body, signature_id: signature!, photo_id: photo! }
      })
    )
  }
}

export type ActKind = keyof typeof SEND

export const ACT_WORDS: Record<ActKind, string> = {
  visit_report: '探访记录',
  wish: '老人的意愿',
  consent: '老人的同意'
}

/** Who said no to pictures after they were taken gets the report without them: the visit itself must not be lost. */
async function sendVisit(act: Act, pictures: string[]): Promise<Schema<'ReportMade'>> {
  const send = (photo_ids: string[]) =>
    said(
      server.POST('/api/visits/reports', {
        params: { header: keyed(act.id) },
        body: { ...(act.body as VisitBody), photo_ids }
      })
    )
  try {
    return await send(pictures)
  } catch (error) {
    if (error instanceof Problem && error.code === 'photos_not_wanted') return send([])
    throw error
  }
}

export function sendAct(act: Act, pictures: string[]): Promise<unknown> {
  return SEND[act.kind as ActKind](act, pictures)
}
