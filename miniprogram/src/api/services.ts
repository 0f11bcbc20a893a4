/** What county and township offer, what elders choose of it, and what they ask for. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Service = Schema<'ServiceRow'>
export type ServiceIn = Schema<'ServiceIn'>
export type SelectionCard = Schema<'CardRow'>
export type SelectionCardIn = Schema<'SelectionCardIn'>
export type ElderRequest = Schema<'RequestRow'>

export const listServices = () => said(server.GET('/api/services'))

export const publishService = (key: string, body: ServiceIn) =>
  said(server.POST('/api/services', { params: { header: keyed(key) }, body }))

/** Today is its last day. */
export const endService = (key: string, id: string) =>
  said(server.DELETE('/api/services/{service_id}', { params: { header: keyed(key), path: { service_id: id } } }))

export const fillCard = (key: string, elderId: string, body: SelectionCardIn) =>
  said(
    server.POST('/api/elders/{elder_id}/service-cards', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body
    })
  )

export const raiseRequest = (key: string, elderId: string, words: string) =>
  said(
    server.POST('/api/elders/{elder_id}/requests', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body: { words }
    })
  )

export const listOpenRequests = (cursor?: string) =>
  said(server.GET('/api/requests', { params: { query: { state: 'open', cursor, limit: 20 } } }))

export const answerRequest = (key: string, id: string, answer: string) =>
  said(
    server.POST('/api/requests/{request_id}/answer', {
      params: { header: keyed(key), path: { request_id: id } },
      body: { answer }
    })
  )
