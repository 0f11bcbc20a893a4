/** Rates of visits, who was owed none, absences, spot checks, and questions about entries. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type PlaceVisits = Schema<'PlaceVisits'>
export type Period = Schema<'Period'>
export type Standing = Schema<'Standing'>
export type ElderStanding = Schema<'ElderStanding'>
export type AbsenceReason = Schema<'AbsenceReason'>
export type SpotDraw = Schema<'DrawRow'>
export type SpotCheck = Schema<'CheckRow'>
export type SpotAnswers = Schema<'SpotAnswersIn'>
export type QualityQuestion = Schema<'QuestionRow'>

/** As a day ended (2026-03-31); an empty day means today. */
export const readVisitRates = (day: string, period: Period) =>
  said(server.GET('/api/statistics/visits', { params: { query: { as_of: day || undefined, period } } }))

export const listStandings = (day: string, standing?: Standing, cursor?: string) =>
  said(
    server.GET('/api/statistics/visits/elders', {
      params: { query: { as_of: day || undefined, standing, cursor, limit: 50 } }
    })
  )

const of = (elderId: string) => ({ elder_id: elderId })

export const listAbsences = (elderId: string) =>
  said(server.GET('/api/elders/{elder_id}/absences', { params: { path: of(elderId) } }))

export const tellAbsence = (key: string, elderId: string, reason: AbsenceReason, since: string, until: string) =>
  said(
    server.POST('/api/elders/{elder_id}/absences', {
      params: { header: keyed(key), path: of(elderId) },
      body: { reason, starts_on: since, ends_on: until || null }
    })
  )

export const endAbsence = (key: string, elderId: string, day: string) =>
  said(
    server.POST('/api/elders/{elder_id}/absences/end', {
      params: { header: keyed(key), path: of(elderId) },
      body: { ends_on: day }
    })
  )

export const listSpotDraws = () => said(server.GET('/api/visits/spot-checks/draws'))

export const seedSpotDraw = (key: string, month: string) =>
  said(server.POST('/api/visits/spot-checks/draws', { params: { header: keyed(key) }, body: { month, division_id: null } }))

export const drawSpotChecks = (key: string, drawId: string) =>
  said(
    server.POST('/api/visits/spot-checks/draws/{draw_id}/draw', {
      params: { header: keyed(key), path: { draw_id: drawId } }
    })
  )

export const listSpotChecks = (drawId: string, cursor?: string) =>
  said(server.GET('/api/visits/spot-checks', { params: { query: { draw_id: drawId, cursor, limit: 50 } } }))

export const recordSpotCheck = (key: string, checkId: string, answers: SpotAnswers) =>
  said(
    server.POST('/api/visits/spot-checks/{check_id}/result', {
      params: { header: keyed(key), path: { check_id: checkId } },
      body: answers
    })
  )

export const readSpotCounts = (month: string) =>
  said(server.GET('/api/visits/spot-checks/counts', { params: { query: { month } } }))

export const listQualityQuestions = (cursor?: string) =>
  said(server.GET('/api/visits/quality-questions', { params: { query: { cursor, limit: 20 } } }))

export const answerQualityQuestion = (key: string, questionId: string, words: string) =>
  said(
    server.POST('/api/visits/quality-questions/{question_id}/answer', {
      params: { header: keyed(key), path: { question_id: questionId } },
      body: { words }
    })
  )
