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

export type PlaceOfIn = Schema<'PlaceOfIn'>
export type WhereaboutsHistory = Schema<'WhereaboutsHistory'>

/** Everything told of one supporter, for the committee; the reading is logged. */
export const readWhereaboutsOf = (memberId: string) =>
  said(server.GET('/api/elders/ties/{member_id}/whereabouts', { params: { path: { member_id: memberId } } }))

export const tellWhereaboutsOf = (key: string, memberId: string, place: PlaceOfIn) =>
  said(
    server.POST('/api/elders/ties/{member_id}/whereabouts', {
      params: { header: keyed(key), path: { member_id: memberId } },
      body: place
    })
  )
