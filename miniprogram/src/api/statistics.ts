/** The month in figures, and the rates of any day. */
import { said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type MonthFigures = Schema<'MonthFigures'>
export type PlaceFigures = Schema<'PlaceFigures'>
export type AgreementPlace = Schema<'AgreementPlace'>
export type CarePlace = Schema<'CarePlace'>
export type UnattendedElder = Schema<'UnattendedElder'>

/** `month` is 2026-03. */
export const readFigures = (month: string) => said(server.GET('/api/statistics/figures', { params: { query: { month } } }))

/** As a day ended (2026-03-31); an empty day means today. */
export const readAgreementRates = (day: string) =>
  said(server.GET('/api/statistics/agreements', { params: { query: { as_of: day || undefined } } }))

/** As a day ended (2026-03-31); an empty day means today. */
export const readCareRates = (day: string) =>
  said(server.GET('/api/statistics/care', { params: { query: { as_of: day || undefined } } }))

export const listUnattended = (cursor?: string) =>
  said(server.GET('/api/statistics/unattended', { params: { query: { cursor, limit: 50 } } }))
