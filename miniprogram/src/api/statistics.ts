/** Figures of villages, as of a month. */
import { said, server } from '@/api/client'

export const readFigures = (month: string, divisionId?: string) =>
  said(server.GET('/api/statistics/figures', { params: { query: { month, division_id: divisionId } } }))
