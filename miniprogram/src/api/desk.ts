/** The committee's desk: what waits, beside the register; questions; paper; several filed at once. */
import type { AgreementFile } from '@/api/agreements'
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Waiting = Schema<'AgreementWaiting'>
export type Comparison = Schema<'Comparison'>
export type Oddity = Schema<'Oddity'>
export type FiledOne = Schema<'FiledOne'>
export type Asked = Schema<'Asked'>
export type Question = AgreementFile['questions'][number]
export type InkIn = Schema<'InkIn'>

const write = (key: string, id: string) => ({ header: keyed(key), path: { agreement_id: id } })

/** The longest waiting first. */
export const listWaiting = (cursor?: string) => said(server.GET('/api/agreements/desk', { params: { query: { cursor } } }))

export const compareAgreement = (id: string) =>
  said(server.GET('/api/agreements/{agreement_id}/comparison', { params: { path: { agreement_id: id } } }))

export const askQuestion = (key: string, id: string, asked: Asked, words: string) =>
  said(server.POST('/api/agreements/{agreement_id}/questions', { params: write(key, id), body: { asked, words } }))

export const replyToQuestion = (key: string, id: string, questionId: string, words: string) =>
  said(
    server.POST('/api/agreements/{agreement_id}/questions/{question_id}/reply', {
      params: { header: keyed(key), path: { agreement_id: id, question_id: questionId } },
      body: { words }
    })
  )

/** Each for itself; a repeat answers with the numbers already given. */
export const fileAgreements = (key: string, ids: string[]) =>
  said(server.POST('/api/agreements/file', { params: { header: keyed(key) }, body: { agreement_ids: ids } }))

export const paperPath = (id: string) => `/api/agreements/${id}/paper`

export const addPaper = (key: string, id: string, code: string, pages: string[]) =>
  said(server.POST('/api/agreements/{agreement_id}/paper', { params: write(key, id), body: { code, pages } }))

export const recordInk = (key: string, id: string, ink: InkIn) =>
  said(server.POST('/api/agreements/{agreement_id}/ink', { params: write(key, id), body: ink }))
