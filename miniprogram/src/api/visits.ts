/** What visitors saw. Filing a report goes through the offline queue (`offline/acts.ts`). */
import { said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type ReportRow = Schema<'ReportRow'>
export type Report = Schema<'Report'>

export const listReports = (elderId: string, cursor?: string) =>
  said(server.GET('/api/visits/reports', { params: { query: { elder_id: elderId, cursor } } }))

export const readReport = (id: string) =>
  said(server.GET('/api/visits/reports/{report_id}', { params: { path: { report_id: id } } }))
