/** Concerns by one tap, the incidents they open, and who is on duty. */
import { keyed, said, server } from '@/api/client'
import { download } from '@/api/pictures'
import type { Schema } from '@/api/types'
import { pathFor } from '@/platform/files'

export type ConcernKind = Schema<'ConcernKind'>
export type NamedPart = Schema<'NamedPart'>
export type Nameable = Schema<'Nameable'>
export type DutyNumber = Schema<'DutyNumber'>
export type ConcernIn = Schema<'ConcernIn'>
export type Incident = Schema<'IncidentRow'>
export type IncidentFile = Schema<'IncidentFile'>
export type IncidentStepRow = Schema<'IncidentStepRow'>
export type IncidentStep = Schema<'IncidentStep'>
export type IncidentStepIn = Schema<'IncidentStepIn'>
export type IncidentLevel = Schema<'IncidentLevel'>
export type Service = Schema<'Service'>
export type Outcome = Schema<'IncidentOutcome'>
export type Watch = Schema<'Watch'>
export type DutyPlace = Schema<'DutyPlace'>
export type EscalationTable = Schema<'EscalationTable'>

const of = (id: string) => ({ incident_id: id })

export const raiseConcern = (key: string, concern: ConcernIn) =>
  said(server.POST('/api/incidents', { params: { header: keyed(key) }, body: concern }))

export const listIncidents = (query: { closed?: boolean; elder_id?: string; cursor?: string } = {}) =>
  said(server.GET('/api/incidents', { params: { query: { limit: 50, ...query } } }))

export const countIncidents = () => said(server.GET('/api/incidents/counts'))

export const listNameable = (elderId: string) =>
  said(server.GET('/api/incidents/people/{elder_id}', { params: { path: { elder_id: elderId } } }))

export const readIncident = (id: string) =>
  said(server.GET('/api/incidents/{incident_id}', { params: { path: of(id) } }))

/** A path an <image> can show. */
export const incidentPhoto = async (id: string) => pathFor(await download(`/api/incidents/${id}/photo`), 'image/jpeg')

export const takeIncidentStep = (key: string, id: string, step: IncidentStepIn) =>
  said(server.POST('/api/incidents/{incident_id}/steps', { params: { header: keyed(key), path: of(id) }, body: step }))

export const seeIncident = (key: string, id: string) =>
  said(server.POST('/api/incidents/{incident_id}/seen', { params: { header: keyed(key), path: of(id) } }))

export const listDutyHolders = () => said(server.GET('/api/incidents/duty'))

export const nameDutyHolder = (key: string, body: Schema<'DutyHolderIn'>) =>
  said(server.PUT('/api/incidents/duty', { params: { header: keyed(key) }, body }))

export const readEmergencyPlan = () => said(server.GET('/api/incidents/plan'))

export const setEmergencyPlan = (key: string, body: Schema<'EmergencyPlanIn'>) =>
  said(server.POST('/api/incidents/plan', { params: { header: keyed(key) }, body }))
