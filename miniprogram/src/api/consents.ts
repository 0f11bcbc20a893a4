/** What one is told of the use of one's data and agreed to, and one's data to take along. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Purpose = Schema<'PurposeOut'>

export const ownConsents = () => said(server.GET('/api/consents'))

export const agree = (key: string, purpose: Purpose) =>
  said(
    server.POST('/api/consents', {
      params: { header: keyed(key) },
      body: { purpose: purpose.purpose, version: purpose.version }
    })
  )

export const withdraw = (key: string, purpose: Purpose) =>
  said(
    server.POST('/api/consents/withdraw', { params: { header: keyed(key) }, body: { purpose: purpose.purpose } })
  )

/** Everything kept of oneself, as one document (layout cloud-reunion-person/1). */
export const ownData = () => said(server.GET('/api/account/export'))

export type ElderWordIn = Schema<'ElderWithdrawalIn'>

/** What an elder is told and asked, and what the elder said; the reading is logged. */
export const elderConsents = (elderId: string) =>
  said(server.GET('/api/elders/{elder_id}/consents', { params: { path: { elder_id: elderId } } }))

/** The elder said yes to the words of `version`, in person. */
export const elderAgrees = (key: string, elderId: string, version: string, word: ElderWordIn) =>
  said(
    server.POST('/api/elders/{elder_id}/consents', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body: { ...word, version }
    })
  )

/** The elder said no, in person. */
export const elderDeclines = (key: string, elderId: string, word: ElderWordIn) =>
  said(
    server.POST('/api/elders/{elder_id}/consents/withdraw', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body: word
    })
  )

export type SharingIn = Schema<'SharingIn'>

/** What the elder lets the family see of visits, part by part; the reading is logged. */
export const elderSharing = (elderId: string) =>
  said(server.GET('/api/elders/{elder_id}/sharing', { params: { path: { elder_id: elderId } } }))

/** The elder said what the family may see, in person. */
export const setElderSharing = (key: string, elderId: string, body: SharingIn) =>
  said(
    server.POST('/api/elders/{elder_id}/sharing', { params: { header: keyed(key), path: { elder_id: elderId } }, body })
  )
