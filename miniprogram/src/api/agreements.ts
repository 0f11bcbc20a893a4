/** The care-entrustment agreement, step by step, and the public check. */
import { keyed, said, server } from '@/api/client'
import { ORIGIN } from '@/api/origin'
import { problemFrom } from '@/api/problem'
import type { Schema } from '@/api/types'
import { WireHeaders, WireRequest } from '@/api/shapes'
import { wireFetch } from '@/api/wire'

export type Agreement = Schema<'Agreement'>
export type AgreementFile = Schema<'AgreementFile'>
export type Checked = Schema<'Checked'>
export type DraftIn = Schema<'DraftIn'>
export type Draft = Schema<'Draft'>
export type Promised = Schema<'PromiseIn'>
export type SignIn = Schema<'SignIn'>
export type AnswerIn = Schema<'AnswerIn'>
export type AnswerTaken = Schema<'AnswerTaken'>
export type Reason = Schema<'Reason'>
export type Device = Schema<'DeviceIn'>
/** Points as x, y in px of the pad and milliseconds since the first. */
export type Strokes = AnswerIn['strokes']

const one = (id: string) => ({ agreement_id: id })
const write = (key: string, id: string) => ({ header: keyed(key), path: one(id) })

export const draftAgreement = (key: string, draft: DraftIn) =>
  said(server.POST('/api/agreements', { params: { header: keyed(key) }, body: draft }))

export const rewriteAgreement = (key: string, id: string, draft: DraftIn) =>
  said(server.PUT('/api/agreements/{agreement_id}/text', { params: write(key, id), body: draft }))

export const listAgreements = (query: { state?: Agreement['state']; elder_id?: string; cursor?: string } = {}) =>
  said(server.GET('/api/agreements', { params: { query } }))

export const readAgreement = (id: string) =>
  said(server.GET('/api/agreements/{agreement_id}', { params: { path: one(id) } }))

/** The text has been opened by one whom it concerns. */
export const viewAgreement = (key: string, id: string, textHash: string, device: Device) =>
  said(
    server.POST('/api/agreements/{agreement_id}/view', { params: write(key, id), body: { text_hash: textHash, device } })
  )

export const signAgreement = (key: string, id: string, signature: SignIn) =>
  said(server.POST('/api/agreements/{agreement_id}/sign', { params: write(key, id), body: signature }))

/** `statement` is what the caregiver says of being able to care. */
export const acceptAgreement = (key: string, id: string, signature: SignIn, statement: string) =>
  said(server.POST('/api/agreements/{agreement_id}/accept', { params: write(key, id), body: { ...signature, statement } }))

export const declineAgreement = (key: string, id: string, reason: string) =>
  said(server.POST('/api/agreements/{agreement_id}/decline', { params: write(key, id), body: { reason } }))

export const handInAgreement = (key: string, id: string) =>
  said(server.POST('/api/agreements/{agreement_id}/hand-in', { params: write(key, id) }))

export const returnAgreement = (key: string, id: string, reason: string) =>
  said(server.POST('/api/agreements/{agreement_id}/return', { params: write(key, id), body: { reason } }))

/** 报备, under the village's next number. */
export const fileAgreement = (key: string, id: string) =>
  said(server.POST('/api/agreements/{agreement_id}/file', { params: write(key, id) }))

export const extendInvitation = (key: string, id: string) =>
  said(server.POST('/api/agreements/{agreement_id}/extend', { params: write(key, id) }))

export const withdrawAgreement = (key: string, id: string) =>
  said(server.POST('/api/agreements/{agreement_id}/withdraw', { params: write(key, id) }))

export const suspendAgreement = (key: string, id: string, reason: Reason, until: string) =>
  said(server.POST('/api/agreements/{agreement_id}/suspend', { params: write(key, id), body: { reason, until } }))

export const resumeAgreement = (key: string, id: string) =>
  said(server.POST('/api/agreements/{agreement_id}/resume', { params: write(key, id) }))

export const endAgreement = (key: string, id: string, reason: Reason) =>
  said(server.POST('/api/agreements/{agreement_id}/end', { params: write(key, id), body: { reason } }))

/** The elder's answer, as the visitor's phone caught it. */
export const answerAgreement = (key: string, id: string, answer: AnswerIn) =>
  said(server.POST('/api/agreements/{agreement_id}/answer', { params: write(key, id), body: answer }))

export const checkByNumber = (number: string, code: string) =>
  said(server.GET('/api/check', { params: { query: { number, code: code || undefined } } }))

/** The PDF itself is the question; a single changed byte is found. */
export async function checkByPdf(pdf: ArrayBuffer): Promise<Checked> {
  const headers = new WireHeaders({ 'Content-Type': 'application/pdf' })
  const response = await wireFetch(new WireRequest(`${ORIGIN}/api/check/pdf`, { method: 'POST', headers, body: pdf }))
  const body: unknown = JSON.parse(await response.text())
  if (!response.ok) throw problemFrom(response.status, body)
  return body as Checked
}
