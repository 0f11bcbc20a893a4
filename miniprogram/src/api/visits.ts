/** What visitors saw. Filing a report goes through the offline queue (`offline/acts.ts`). */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type ReportRow = Schema<'ReportRow'>
export type Report = Schema<'Report'>

export const listReports = (elderId: string, cursor?: string) =>
  said(server.GET('/api/visits/reports', { params: { query: { elder_id: elderId, cursor } } }))

export const readReport = (id: string) =>
  said(server.GET('/api/visits/reports/{report_id}', { params: { path: { report_id: id } } }))

export type VisitForms = Schema<'VisitForms'>
export type NeedRow = Schema<'NeedRow'>
export type ProposalRow = Schema<'ProposalRow'>

/** What a visit asks; the forms of old reports too. */
export const listVisitForms = () => said(server.GET('/api/visits/forms'))

/** Those that wait for help; of one elder all. */
export const listNeeds = (elderId?: string, cursor?: string) =>
  said(server.GET('/api/visits/needs', { params: { query: { elder_id: elderId, cursor, limit: 50 } } }))

export const referNeed = (key: string, id: string, body: Schema<'ReferralIn'>) =>
  said(server.POST('/api/visits/needs/{need_id}/refer', { params: { header: keyed(key), path: { need_id: id } }, body }))

export const endNeed = (key: string, id: string, body: Schema<'NeedResultIn'>) =>
  said(server.POST('/api/visits/needs/{need_id}/result', { params: { header: keyed(key), path: { need_id: id } }, body }))

/** Those that wait for the village; of one elder all. */
export const listProposals = (elderId?: string, cursor?: string) =>
  said(server.GET('/api/visits/proposals', { params: { query: { elder_id: elderId, cursor, limit: 50 } } }))

export const decideProposal = (key: string, id: string, body: Schema<'ProposalDecisionIn'>) =>
  said(
    server.POST('/api/visits/proposals/{proposal_id}/decision', {
      params: { header: keyed(key), path: { proposal_id: id } },
      body
    })
  )

export type Reply = Schema<'ReplyRow'>
export type ReportReaders = Schema<'ReportReaders'>

/** Thanks, questions and answers to one report. */
export const listReportReplies = (id: string) =>
  said(server.GET('/api/visits/reports/{report_id}/replies', { params: { path: { report_id: id } } }))

export const thankForVisit = (key: string, id: string, words: string) =>
  said(
    server.POST('/api/visits/reports/{report_id}/thanks', {
      params: { header: keyed(key), path: { report_id: id } },
      body: { words }
    })
  )

export const askAboutVisit = (key: string, id: string, words: string) =>
  said(
    server.POST('/api/visits/reports/{report_id}/questions', {
      params: { header: keyed(key), path: { report_id: id } },
      body: { words }
    })
  )

/** What children said to the reports in sight, questions without an answer first. */
export const listReplies = (cursor?: string) =>
  said(server.GET('/api/visits/replies', { params: { query: { cursor } } }))

export const answerQuestion = (key: string, id: string, words: string) =>
  said(
    server.POST('/api/visits/replies/{reply_id}/answer', {
      params: { header: keyed(key), path: { reply_id: id } },
      body: { words }
    })
  )

/** Who of the family has opened the last reports. */
export const listReaders = (elderId: string) =>
  said(server.GET('/api/elders/{elder_id}/visit-readers', { params: { path: { elder_id: elderId } } }))

export type YearRow = Schema<'YearRow'>

/** Visits, calls and one's own contacts of the last twelve months. */
export const readYear = (elderId: string, cursor?: string) =>
  said(server.GET('/api/elders/{elder_id}/year', { params: { path: { elder_id: elderId }, query: { cursor } } }))
