/** Family calls: agreeing on a time, and the way into the room. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Call = Schema<'CallOut'>
export type CallDetail = Schema<'CallDetail'>
export type RoomPlace = Schema<'RoomOut'>

export const proposeCall = (key: string, elderId: string, times: string[]) =>
  said(server.POST('/api/calls', { params: { header: keyed(key) }, body: { elder_id: elderId, times } }))

export const listCalls = (elderId?: string, cursor?: string) =>
  said(server.GET('/api/calls', { params: { query: { elder_id: elderId, cursor } } }))

export const readCall = (id: string) => said(server.GET('/api/calls/{call_id}', { params: { path: { call_id: id } } }))

export const takeCall = (key: string, id: string, startsAt: string) =>
  said(
    server.POST('/api/calls/{call_id}/take', {
      params: { header: keyed(key), path: { call_id: id } },
      body: { starts_at: startsAt }
    })
  )

export const openCall = (key: string, id: string) =>
  said(server.POST('/api/calls/{call_id}/open', { params: { header: keyed(key), path: { call_id: id } } }))

export const closeCall = (key: string, id: string) =>
  said(server.POST('/api/calls/{call_id}/close', { params: { header: keyed(key), path: { call_id: id } } }))

export const cancelCall = (key: string, id: string) =>
  said(server.POST('/api/calls/{call_id}/cancel', { params: { header: keyed(key), path: { call_id: id } } }))

/** A ticket for one minute and one use. */
export const mintTicket = (key: string, id: string) =>
  said(server.POST('/api/calls/{call_id}/ticket', { params: { header: keyed(key), path: { call_id: id } } }))

/** The ticket becomes a cookie no script can read; after a reload the cookie alone is enough. */
export const enterRoom = (ticket: string): Promise<RoomPlace> =>
  ticket
    ? said(server.POST('/api/calls/room', { body: { ticket } }))
    : said(server.GET('/api/calls/room'))
