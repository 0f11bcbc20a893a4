/** How children keep in touch, the committee's talks with them, and cases about those who do not do their duty. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type KeepingTouch = Schema<'KeepingTouch'>
export type ContactKind = Schema<'ContactKind'>
export type TalkWay = Schema<'TalkWay'>
export type TalkIn = Schema<'TalkIn'>
export type DutyCase = Schema<'DutyCaseRow'>
export type DutyStep = Schema<'DutyStepRow'>
export type DutyStepIn = Schema<'DutyStepIn'>
export type CaseState = Schema<'CaseState'>
export type CaseStep = Schema<'CaseStep'>
export type Ground = Schema<'Ground'>
export type ToldBy = Schema<'ToldBy'>
export type OwnDutyCase = Schema<'OwnDutyCase'>

const of = (elderId: string) => ({ elder_id: elderId })

export const listOwnContacts = () => said(server.GET('/api/families/contacts'))

export const listContacts = (elderId: string) =>
  said(server.GET('/api/families/{elder_id}/contacts', { params: { path: of(elderId) } }))

export const declareContact = (key: string, elderId: string, kind: ContactKind, day: string, minutes: number | null) =>
  said(
    server.POST('/api/families/{elder_id}/contacts', {
      params: { header: keyed(key), path: of(elderId) },
      body: { kind, day, minutes }
    })
  )

/** `days` null: as usual in the village. */
export const chooseRhythm = (key: string, elderId: string, days: number | null) =>
  said(
    server.PUT('/api/families/{elder_id}/rhythm', { params: { header: keyed(key), path: of(elderId) }, body: { days } })
  )

export const listTalks = (elderId: string) =>
  said(server.GET('/api/families/{elder_id}/talks', { params: { path: of(elderId) } }))

export const recordTalk = (key: string, elderId: string, talk: TalkIn) =>
  said(server.POST('/api/families/{elder_id}/talks', { params: { header: keyed(key), path: of(elderId) }, body: talk }))

export const listDutyCases = (cursor?: string, elderId?: string) =>
  said(server.GET('/api/families/cases', { params: { query: { cursor, elder_id: elderId } } }))

export const countDutyCases = () => said(server.GET('/api/families/cases/counts'))

export const listOwnDutyCases = () => said(server.GET('/api/families/cases/own'))

export const readDutyCase = (caseId: string) =>
  said(server.GET('/api/families/cases/{case_id}', { params: { path: { case_id: caseId } } }))

export const openDutyCase = (key: string, memberId: string, ground: Ground, words: string) =>
  said(
    server.POST('/api/families/cases', { params: { header: keyed(key) }, body: { member_id: memberId, ground, words } })
  )

export const takeDutyStep = (key: string, caseId: string, step: DutyStepIn) =>
  said(
    server.POST('/api/families/cases/{case_id}/steps', {
      params: { header: keyed(key), path: { case_id: caseId } },
      body: step
    })
  )

export const appealDutyCase = (key: string, caseId: string, words: string) =>
  said(
    server.POST('/api/families/cases/{case_id}/appeal', {
      params: { header: keyed(key), path: { case_id: caseId } },
      body: { words }
    })
  )
