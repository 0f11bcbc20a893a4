/** Volunteers: from the offer to help to a pairing. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Volunteer = Schema<'Volunteer'>

export const listVolunteers = () => said(server.GET('/api/volunteers'))

export const approveVolunteer = (key: string, id: string) =>
  said(
    server.POST('/api/volunteers/{volunteer_id}/approve', {
      params: { header: keyed(key), path: { volunteer_id: id } }
    })
  )

export const recordTraining = (key: string, id: string) =>
  said(
    server.POST('/api/volunteers/{volunteer_id}/train', { params: { header: keyed(key), path: { volunteer_id: id } } })
  )

export const pairVolunteer = (key: string, volunteerId: string, elderId: string) =>
  said(
    server.POST('/api/volunteers/pairings', {
      params: { header: keyed(key) },
      body: { volunteer_id: volunteerId, elder_id: elderId }
    })
  )
