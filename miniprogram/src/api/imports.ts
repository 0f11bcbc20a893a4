/** The register in and out as spreadsheets. */
import { keyed, ownHeaders, said, server } from '@/api/client'
import { ORIGIN } from '@/api/origin'
import { download, sendBytes } from '@/api/pictures'
import { WireHeaders, WireRequest } from '@/api/shapes'
import type { Schema } from '@/api/types'
import { FILE_WAIT } from '@/api/wire'
import { XLSX } from '@/platform/files'

export type Import = Schema<'Import'>
export type ImportProblem = Schema<'ImportProblem'>
export type ExportForm = Schema<'ExportForm'>

/** Hands in a spreadsheet for the villages of a place; gives the import's id. Throws Problem. */
export async function handInImport(key: string, divisionId: string, bytes: ArrayBuffer): Promise<string> {
  const headers = new WireHeaders({ ...(await ownHeaders('POST', key)), 'Content-Type': kindOf(bytes) })
  const url = `${ORIGIN}/api/elders/imports?division_id=${divisionId}`
  return sendBytes(new WireRequest(url, { method: 'POST', headers, body: bytes }), FILE_WAIT)
}

export const readImport = (id: string) =>
  said(server.GET('/api/elders/imports/{import_id}', { params: { path: { import_id: id } } }))

export const listImportProblems = (id: string, cursor?: string) =>
  said(
    server.GET('/api/elders/imports/{import_id}/problems', {
      params: { path: { import_id: id }, query: { cursor, limit: 50 } }
    })
  )

export const storeImport = (key: string, id: string) =>
  said(
    server.POST('/api/elders/imports/{import_id}/store', { params: { header: keyed(key), path: { import_id: id } } })
  )

export interface ExportWanted {
  form: ExportForm
  tier: string
  village_id: string
}

/** The register as .xlsx; an empty choice means all. Throws Problem. */
export function exportElders(wanted: ExportWanted): Promise<ArrayBuffer> {
  const given = Object.entries(wanted).filter(([, value]) => value)
  return download(`/api/elders/export?${given.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`, FILE_WAIT)
}

/** An .xlsx is a zip; all else is taken for .csv, and judged by the server. */
export function kindOf(bytes: ArrayBuffer): string {
  const [p, k] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  return p === 0x50 && k === 0x4b ? XLSX : 'text/csv'
}
