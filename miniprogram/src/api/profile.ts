/** What an elder's file says. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type PartIn = Schema<'PartIn'>
export type Part = PartIn['part']

export const recordPart = (key: string, elderId: string, part: PartIn) =>
  said(
    server.POST('/api/elders/{elder_id}/profile', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body: part
    })
  )
