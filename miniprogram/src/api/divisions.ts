/** The dated tree of places, and the county's changes of it. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type DivisionTree = Schema<'DivisionTree'>
export type Place = Schema<'PlaceRow'>
export type TakenAlong = Schema<'TakenAlong'>

/** As it stood on a day, 2026-11-22. */
export const readTree = (asOf: string) =>
  said(server.GET('/api/divisions/tree', { params: { query: { as_of: asOf } } }))

/** What a merger would take along; changes nothing. */
export const previewMerger = (villageId: string, intoId: string) =>
  said(
    server.GET('/api/divisions/{division_id}/taken-along', {
      params: { path: { division_id: villageId }, query: { into_id: intoId } }
    })
  )

const one = (key: string, divisionId: string) => ({ header: keyed(key), path: { division_id: divisionId } })

export const mergeVillage = (key: string, villageId: string, intoId: string, on: string) =>
  said(server.POST('/api/divisions/{division_id}/merge', { params: one(key, villageId), body: { into_id: intoId, on } }))

export const retirePlace = (key: string, divisionId: string, on: string) =>
  said(server.POST('/api/divisions/{division_id}/retire', { params: one(key, divisionId), body: { on } }))

export const movePlace = (key: string, divisionId: string, parentId: string, on: string) =>
  said(server.POST('/api/divisions/{division_id}/move', { params: one(key, divisionId), body: { parent_id: parentId, on } }))
