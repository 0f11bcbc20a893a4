/** The month in figures. */
import { said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type MonthFigures = Schema<'MonthFigures'>
export type PlaceFigures = Schema<'PlaceFigures'>

/** `month` is 2026-03. */
export const readFigures = (month: string) => said(server.GET('/api/statistics/figures', { params: { query: { month } } }))
