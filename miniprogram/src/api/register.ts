/** Who comes onto the register and goes off it, what is found out of each elder, and how many there are. */
import { keyed, said, server } from '@/api/client'
import { download } from '@/api/pictures'
import type { Schema } from '@/api/types'
import { FILE_WAIT } from '@/api/wire'

export type Ledger = Schema<'LedgerOut'>
export type LedgerPlace = Schema<'LedgerPlace'>
export type LeaveReason = Schema<'LeaveReason'>
export type UnconfirmedFile = Schema<'UnconfirmedFile'>

export interface LedgerAsked {
  /** 2026-11-22; without it today. */
  as_of?: string
  /** Without it the quarter's first day. */
  since?: string
  division_id?: string
  down_to?: 'county' | 'township' | 'village'
}

/** Without a place, one's own; without a depth, down to the villages. */
export const readLedger = (asked: LedgerAsked = {}) =>
  said(server.GET('/api/elders/ledger', { params: { query: asked } }))

/** The same as .xlsx: the places right under the one asked for, and their sum. Throws Problem. */
export function downloadLedger(asked: LedgerAsked): Promise<ArrayBuffer> {
  const given = Object.entries(asked).filter(([, value]) => value)
  return download(`/api/elders/ledger/sheet?${given.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`, FILE_WAIT)
}

export const listUnconfirmed = (cursor?: string) =>
  said(server.GET('/api/elders/unconfirmed', { params: { query: { cursor, limit: 50 } } }))

export const confirmFile = (key: string, elderId: string) =>
  said(
    server.POST('/api/elders/{elder_id}/confirm', { params: { header: keyed(key), path: { elder_id: elderId } } })
  )

export type Findings = Schema<'Findings'>
export type ElderFacts = Schema<'ElderFacts'>
export type TierRow = Schema<'TierRow'>
export type Judgement = Schema<'Judgement'>
export type SituationIn = Schema<'SituationIn'>
export type AssessmentIn = Schema<'AssessmentIn'>
export type OverrideIn = Schema<'OverrideIn'>
export type LeaveIn = Schema<'LeaveIn'>
export type ElderIn = Schema<'ElderIn'>

const one = (key: string, elderId: string) => ({ header: keyed(key), path: { elder_id: elderId } })

/** What is found out of one elder, with what was told for the last judgement. */
export const readFindings = (elderId: string) =>
  said(server.GET('/api/elders/{elder_id}/findings', { params: { path: { elder_id: elderId } } }))

export const registerElder = (key: string, body: ElderIn) =>
  said(server.POST('/api/elders', { params: { header: keyed(key) }, body }))

export const changeFacts = (key: string, elderId: string, body: ElderFacts) =>
  said(server.PUT('/api/elders/{elder_id}/facts', { params: one(key, elderId), body }))

export const assessAbility = (key: string, elderId: string, body: AssessmentIn) =>
  said(server.POST('/api/elders/{elder_id}/assessments', { params: one(key, elderId), body }))

export const overrideTier = (key: string, elderId: string, body: OverrideIn) =>
  said(server.POST('/api/elders/{elder_id}/tier/override', { params: one(key, elderId), body }))

export const liftOverride = (key: string, elderId: string) =>
  said(server.DELETE('/api/elders/{elder_id}/tier/override', { params: one(key, elderId) }))

export const judgeEligibility = (key: string, elderId: string, body: SituationIn) =>
  said(server.POST('/api/elders/{elder_id}/eligibility', { params: one(key, elderId), body }))

export const leaveRegister = (key: string, elderId: string, body: LeaveIn) =>
  said(server.POST('/api/elders/{elder_id}/leave', { params: one(key, elderId), body }))

export const comeBack = (key: string, elderId: string, on: string) =>
  said(server.POST('/api/elders/{elder_id}/come-back', { params: one(key, elderId), body: { on } }))

export const moveElder = (key: string, elderId: string, villageId: string, on: string) =>
  said(server.POST('/api/elders/{elder_id}/move', { params: one(key, elderId), body: { village_id: villageId, on } }))

export type WholeFile = Schema<'WholeFile'>
export type MergedFile = Schema<'MergedFile'>
export type Kin = Schema<'SupporterRow'>
export type PartRow = Schema<'PartRow'>
export type TimelineRow = Schema<'TimelineRow'>
export type ContactIn = Schema<'ContactIn'>

/** Everything on one elder, the first page of what happened included; `health` opens health and mind too. */
export const readWholeFile = (elderId: string, health: boolean) =>
  said(server.GET('/api/elders/{elder_id}/file', { params: { path: { elder_id: elderId }, query: { health } } }))

export const readTimeline = (elderId: string, cursor: string) =>
  said(server.GET('/api/elders/{elder_id}/timeline', { params: { path: { elder_id: elderId }, query: { cursor } } }))

/** `seen` are the ids of the list that this one replaces. */
export const replaceContacts = (key: string, elderId: string, contacts: ContactIn[], seen: string[]) =>
  said(server.PUT('/api/elders/{elder_id}/contacts', { params: one(key, elderId), body: { contacts, seen } }))

export type Reading = Schema<'ReadingOut'>

/** Who looked at an elder's file, the latest first. */
export const listReadings = (elderId: string, cursor?: string) =>
  said(server.GET('/api/elders/{elder_id}/readings', { params: { path: { elder_id: elderId }, query: { cursor, limit: 20 } } }))
