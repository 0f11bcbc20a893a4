/** The register's lists at a desk: who is to be helped first, who left, which files are likely of one person. */
import { keyed, said, server } from '@/api/client'
import type { LeaveReason } from '@/api/register'
import type { Schema } from '@/api/types'

export type AlertKind = Schema<'AlertKind'>
export type KeyHelpRow = Schema<'KeyHelpRow'>
export type KeyHelpCount = Schema<'KeyHelpCount'>
export type Leaver = Schema<'LeaverRow'>
export type LikelyDouble = Schema<'LikelyDouble'>
export type SideBySide = Schema<'SideBySide'>

const PAGE = 50

/** An empty `villageId` means all villages in sight. */
export const listKeyHelp = (villageId: string, cursor?: string) =>
  said(server.GET('/api/elders/key-help', { params: { query: { village_id: villageId || undefined, cursor, limit: PAGE } } }))

export const countKeyHelp = () => said(server.GET('/api/elders/key-help/counts'))

/** An empty choice means all. */
export const listLeavers = (villageId: string, reason: LeaveReason | '', cursor?: string) =>
  said(
    server.GET('/api/elders/left', {
      params: { query: { village_id: villageId || undefined, reason: reason || undefined, cursor, limit: PAGE } }
    })
  )

export const tellWhereTo = (key: string, elderId: string, whereTo: string) =>
  said(
    server.PUT('/api/elders/{elder_id}/where-to', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body: { where_to: whereTo }
    })
  )

export const listDoubles = (cursor?: string) =>
  said(server.GET('/api/elders/doubles', { params: { query: { cursor, limit: 20 } } }))

export const mergeFiles = (key: string, keptId: string, doubleId: string) =>
  said(
    server.POST('/api/elders/{elder_id}/merge', {
      params: { header: keyed(key), path: { elder_id: keptId } },
      body: { double_id: doubleId }
    })
  )
