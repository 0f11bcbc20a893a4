/** Asking for a correction of an elder's file, and the committee's answer. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Correction = Schema<'CorrectionRow'>
export type FilePart = Schema<'FilePart'>
export type CorrectionAnswerIn = Schema<'CorrectionAnswerIn'>

export const askCorrection = (key: string, elderId: string, part: FilePart, words: string) =>
  said(
    server.POST('/api/elders/{elder_id}/corrections', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body: { part, words }
    })
  )

/** Those that wait, the oldest first. */
export const listOpenCorrections = (cursor?: string) =>
  said(server.GET('/api/corrections/open', { params: { query: { cursor, limit: 20 } } }))

export const answerCorrection = (key: string, id: string, body: CorrectionAnswerIn) =>
  said(
    server.POST('/api/corrections/{correction_id}/answer', {
      params: { header: keyed(key), path: { correction_id: id } },
      body
    })
  )
