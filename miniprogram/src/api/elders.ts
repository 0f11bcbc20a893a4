/** The register and the family on it. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Elder = Schema<'Elder'>
export type ElderFile = Schema<'ElderFile'>
export type Member = Schema<'Member'>
export type CheckedCard = Schema<'CheckedCard'>

export const listElders = (cursor?: string) =>
  said(server.GET('/api/elders', { params: { query: { cursor, limit: 50 } } }))

export const readElder = (id: string) =>
  said(server.GET('/api/elders/{elder_id}', { params: { path: { elder_id: id } } }))

export const claimPlaces = (key: string) =>
  said(server.POST('/api/elders/ties/claim', { params: { header: keyed(key) } }))

export const confirmMember = (key: string, memberId: string) =>
  said(
    server.POST('/api/elders/ties/{member_id}/confirm', { params: { header: keyed(key), path: { member_id: memberId } } })
  )

/** Whether a printed card is genuine and current; for anybody who holds it. */
export const checkCard = (number: string, code: string) =>
  said(server.GET('/api/check/card', { params: { query: { number, code } } }))
