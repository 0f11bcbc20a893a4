/** Family calls: agreeing on a time, and the way into the room. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Call = Schema<'CallOut'>
export type CallDetail = Schema<'CallDetail'>
export type RoomPlace = Schema<'RoomOut'>
export type Companion = Schema<'Companion'>
export type Lobby = Schema<'Lobby'>
export type Outcome = Schema<'OutcomeIn'>
export type Offer = Schema<'OfferRow'>
export type Evening = Schema<'EveningOut'>
export type DropOutReason = Schema<'DropOutIn'>['reason']

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

/** The elder has just said yes aloud; `present` sit with the elder. */
export const openCall = (key: string, id: string, present: Companion[]) =>
  said(
    server.POST('/api/calls/{call_id}/open', {
      params: { header: keyed(key), path: { call_id: id } },
      body: { elder_agrees: true, present }
    })
  )

export const answerForElder = (key: string, id: string, agrees: boolean, heard: 'in_person' | 'phone') =>
  said(
    server.POST('/api/calls/{call_id}/elder-answer', {
      params: { header: keyed(key), path: { call_id: id } },
      body: { agrees, heard }
    })
  )

export const sayComing = (key: string, id: string, coming: boolean) =>
  said(server.POST('/api/calls/{call_id}/coming', { params: { header: keyed(key), path: { call_id: id } }, body: { coming } }))

export const dropOut = (key: string, id: string, reason: DropOutReason) =>
  said(server.POST('/api/calls/{call_id}/drop-out', { params: { header: keyed(key), path: { call_id: id } }, body: { reason, words: null } }))

/** Calls one is asked to host in place of somebody who cannot. */
export const listOffers = () => said(server.GET('/api/calls/offers'))

export const stepIn = (key: string, id: string) =>
  said(server.POST('/api/calls/{call_id}/step-in', { params: { header: keyed(key), path: { call_id: id } } }))

export const declineCall = (key: string, id: string) =>
  said(server.POST('/api/calls/{call_id}/decline', { params: { header: keyed(key), path: { call_id: id } } }))

/** Says that one still waits, and hears who else does. */
export const waitForCall = (id: string) => said(server.POST('/api/calls/{call_id}/wait', { params: { path: { call_id: id } } }))

export const noteOutcome = (key: string, id: string, outcome: Outcome) =>
  said(server.POST('/api/calls/{call_id}/outcome', { params: { header: keyed(key), path: { call_id: id } }, body: outcome }))

export const declarePhone = (key: string, id: string, withId: string, minutes: number) =>
  said(
    server.POST('/api/calls/{call_id}/phone-minutes', {
      params: { header: keyed(key), path: { call_id: id } },
      body: { with_id: withId, minutes }
    })
  )

/** The coming evenings: calls booked and expected, and what the servers carry. */
export const readForecast = (days: number) => said(server.GET('/api/calls/forecast', { params: { query: { days } } }))

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
