/** Screenings: every door of a village, and how far each place has come. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Screening = Schema<'CampaignOut'>
export type Coverage = Schema<'CoverageOut'>
export type CoverageRow = Schema<'CoverageRow'>
export type Door = Schema<'Door'>
export type Outcome = Schema<'Outcome'>
export type NewDoor = Schema<'HouseholdIn'>

export const listScreenings = () => said(server.GET('/api/screenings'))

export const readCoverage = (id: string, placeId: string) =>
  said(
    server.GET('/api/screenings/{screening_id}/places/{division_id}', {
      params: { path: { screening_id: id, division_id: placeId } }
    })
  )

export const listDoors = (id: string, villageId: string, unfinished: boolean, cursor?: string) =>
  said(
    server.GET('/api/screenings/{screening_id}/places/{division_id}/doors', {
      params: { path: { screening_id: id, division_id: villageId }, query: { unfinished, cursor, limit: 50 } }
    })
  )

export const tickDoor = (key: string, id: string, door: string, outcome: Outcome, note: string) =>
  said(
    server.POST('/api/screenings/{screening_id}/doors/{household_id}', {
      params: { header: keyed(key), path: { screening_id: id, household_id: door } },
      body: { outcome, note: note || null }
    })
  )

export const addDoor = (key: string, villageId: string, door: NewDoor) =>
  said(
    server.POST('/api/screenings/households', {
      params: { header: keyed(key) },
      body: { village_id: villageId, households: [door] }
    })
  )
