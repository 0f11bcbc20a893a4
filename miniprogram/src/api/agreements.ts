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

const one = (id: string) => ({ agreement_id: id })

export const draftAgreement = (key: string, draft: DraftIn) =>
  said(server.POST('/api/agreements', { params: { header: keyed(key) }, body: draft }))

export const rewriteAgreement = (key: string, id: string, draft: DraftIn) =>
  said(
    server.PUT('/api/agreements/{agreement_id}/text', { params: { header: keyed(key), path: one(id) }, body: draft })
  )

export const listAgreements = (query: { state?: Agreement['state']; elder_id?: string; cursor?: string } = {}) =>
  said(server.GET('/api/agreements', { params: { query } }))

export const readAgreement = (id: string) =>
  said(server.GET('/api/agreements/{agreement_id}', { params: { path: one(id) } }))

export const signAgreement = (key: string, id: string, textHash: string, signatureId: string) =>
  said(
    server.POST('/api/agreements/{agreement_id}/sign', {
      params: { header: keyed(key), path: one(id) },
      body: { text_hash: textHash, signature_id: signatureId }
    })
  )

export const acceptAgreement = (key: string, id: string, textHash: string, signatureId: string) =>
  said(
    server.POST('/api/agreements/{agreement_id}/accept', {
      params: { header: keyed(key), path: one(id) },
      body: { text_hash: textHash, signature_id: signatureId }
    })
  )

export const handInAgreement = (key: string, id: string) =>
  said(server.POST('/api/agreements/{agreement_id}/hand-in', { params: { header: keyed(key), path: one(id) } }))

export const returnAgreement = (key: string, id: string, reason: string) =>
  said(
    server.POST('/api/agreements/{agreement_id}/return', {
      params: { header: keyed(key), path: one(id) },
      body: { reason }
    })
  )

/** 报备; without a number the village's next one is given. */
export const fileAgreement = (key: string, id: string, number: string | null) =>
  said(
    server.POST('/api/agreements/{agreement_id}/file', { params: { header: keyed(key), path: one(id) }, body: { number } })
  )

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
