/** Who visits whom and when, what is overdue, and the written notice of the visitor. */
import { keyed, said, server } from '@/api/client'
import { download } from '@/api/pictures'
import type { Schema } from '@/api/types'

export type Holder = Schema<'HolderRow'>
export type Visitor = Schema<'VisitorRow'>
export type VisitorNotice = Schema<'NoticeRow'>
export type OwnNotice = Schema<'OwnNotice'>
export type OverdueVisit = Schema<'OverdueRow'>
export type VillageCalendar = Schema<'VillageCalendar'>
export type OccasionKind = Schema<'OccasionKind'>

export const listHolders = (without: boolean, cursor?: string) =>
  said(server.GET('/api/visits/assignments', { params: { query: { without, cursor, limit: 50 } } }))

export const listVisitors = (elderId?: string) =>
  said(server.GET('/api/visits/visitors', { params: { query: { elder_id: elderId } } }))

export const assignVisitor = (key: string, body: Schema<'AssignIn'>) =>
  said(server.POST('/api/visits/assignments', { params: { header: keyed(key) }, body }))

export const downloadSlip = (assignmentId: string) => download(`/api/visits/assignments/${assignmentId}/slip`)

export const listNotices = () => said(server.GET('/api/visits/notices'))

export const handOverNotice = (key: string, id: string, on: string, witness: string) =>
  said(
    server.POST('/api/visits/notices/{notice_id}/receipt', {
      params: { header: keyed(key), path: { notice_id: id } },
      body: { on, witness }
    })
  )

export const listOwnNotices = () => said(server.GET('/api/visits/notices/mine'))

export const acknowledgeNotice = (key: string, id: string) =>
  said(
    server.POST('/api/visits/notices/{notice_id}/acknowledge', {
      params: { header: keyed(key), path: { notice_id: id } }
    })
  )

export const listOverdue = (cursor?: string) =>
  said(server.GET('/api/visits/overdue', { params: { query: { cursor, limit: 50 } } }))

export const readCalendar = (month: string) => said(server.GET('/api/visits/calendar', { params: { query: { month } } }))

export const orderForWeather = (key: string, villageIds: string[], until: string) =>
  said(
    server.POST('/api/visits/weather', { params: { header: keyed(key) }, body: { village_ids: villageIds, until } })
  )

export const askAfterEvent = (key: string, elderId: string, kind: OccasionKind) =>
  said(server.POST('/api/visits/events', { params: { header: keyed(key) }, body: { elder_id: elderId, kind } }))
