/** What an elder's file says. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type PartIn = Schema<'PartIn'>
export type Part = PartIn['part']

export const recordPart = (key: string, elderId: string, part: PartIn) =>
  said(
    server.POST('/api/elders/{elder_id}/profile', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body: part
    })
  )

export type CapacityIn = Schema<'CapacityIn'>
export type HouseholdIn = Schema<'HouseholdFindingIn'>

export const recordCapacity = (key: string, elderId: string, body: CapacityIn) =>
  said(
    server.POST('/api/elders/{elder_id}/capacity', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body
    })
  )

export const recordHousehold = (key: string, elderId: string, body: HouseholdIn) =>
  said(
    server.POST('/api/elders/{elder_id}/household', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body
    })
  )
