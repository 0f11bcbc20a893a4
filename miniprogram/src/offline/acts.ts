/** The kinds of work that can be done without a network, and how each is told to the server. */
import { Problem } from '@/api/problem'
import { answerAgreement } from '@/api/agreements'
import { keyed, said, server } from '@/api/client'
import { raiseConcern, type ConcernIn } from '@/api/incidents'
import type { Schema } from '@/api/types'
import { answerOf, inPresentShape, type AnswerBody } from '@/offline/answers'
import type { Act } from '@/offline/queue'
import { dayFromNow } from '@/words/time'

type VisitBody = Omit<Schema<'ReportIn'>, 'photo_ids'>

/** `pictures` are the uploaded ids, in the order they were added. */
const SEND = {
  visit_report: (act: Act, pictures: string[]) => sendVisit(act, pictures),
  wish: (act: Act) => {
    const wish = act.body as Schema<'WishIn'>
    return dayAhead(wish.ask_again_on, (ask_again_on) =>
      said(
        server.POST('/api/agreements/wishes', { params: { header: keyed(act.id) }, body: { ...wish, ask_again_on } })
      )
    )
  },
  concern: (act: Act, pictures: string[]) =>
    raiseConcern(act.id, { ...(act.body as ConcernIn), photo_id: pictures[0] ?? null }),
  answer: (act: Act, pictures: string[]) => {
    const { id, answer } = answerOf(act.body as AnswerBody, pictures)
    return dayAhead(answer.ask_again_on, (ask_again_on) => answerAgreement(act.id, id, { ...answer, ask_again_on }))
  }
}

export type ActKind = keyof typeof SEND

const ACT_WORDS: Record<ActKind, string> = {
  visit_report: '探访记录',
  wish: '老人的意愿',
  concern: '有情况的上报',
  answer: '老人对协议的回答'
}

export function workWords(act: Act): string {
  return ACT_WORDS[inPresentShape(act).kind as ActKind]
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

/** The day the elder named may pass before there is a network: then it is tomorrow, and the answer is not lost. */
async function dayAhead<T>(day: string | null, send: (day: string | null) => Promise<T>): Promise<T> {
  try {
    return await send(day)
  } catch (error) {
    if (error instanceof Problem && error.code === 'agreement_day_not_possible') return send(dayFromNow(1))
    throw error
  }
}

export function sendAct(kept: Act, pictures: string[]): Promise<unknown> {
  const act = inPresentShape(kept)
  return SEND[act.kind as ActKind](act, pictures)
}
