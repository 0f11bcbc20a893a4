/** Where supporters are, to the city. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type OwnWhereabouts = Schema<'OwnWhereabouts'>
export type PlaceIn = Schema<'PlaceIn'>
export type Area = NonNullable<PlaceIn['area']>

export const readWhereabouts = () => said(server.GET('/api/elders/whereabouts'))

export const tellWhereabouts = (key: string, place: PlaceIn) =>
  said(server.POST('/api/elders/whereabouts', { params: { header: keyed(key) }, body: place }))

export const confirmWhereabouts = (key: string) =>
  said(server.POST('/api/elders/whereabouts/confirm', { params: { header: keyed(key) } }))
