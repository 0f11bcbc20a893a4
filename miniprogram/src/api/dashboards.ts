/** First screens: everything that waits for one person, in one request. */
import { said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type FamilyHome = Schema<'FamilyHome'>
export type ElderHome = Schema<'ElderHome'>
export type VisitorToday = Schema<'VisitorToday'>
export type CommitteeTasks = Schema<'CommitteeTasks'>
export type CallCard = Schema<'CallCard'>

export const readFamilyHome = () => said(server.GET('/api/dashboards/family'))
export const readToday = () => said(server.GET('/api/dashboards/today'))
export const readCommitteeTasks = () => said(server.GET('/api/dashboards/committee'))
