/** What a place has settled for itself. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type PolicyValues = Schema<'PolicyValues'>
export type PolicyName = keyof PolicyValues

export const readPolicies = () => said(server.GET('/api/policies'))

export const setPolicies = (key: string, body: Schema<'PoliciesIn'>) =>
  said(server.POST('/api/policies', { params: { header: keyed(key) }, body }))
