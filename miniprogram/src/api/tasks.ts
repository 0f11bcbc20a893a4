/** What waits for the committee, and until when. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type TaskCard = Schema<'TaskCard'>
export type TaskKind = Schema<'TaskKind'>

const TALK: TaskKind = 'monthly_talk'

/** But for the monthly talks, which are many and have a page of their own. */
export const listTasks = () => said(server.GET('/api/tasks', { params: { query: { limit: 50, without: TALK } } }))

export const listTalksDue = (cursor?: string, limit = 20) =>
  said(server.GET('/api/tasks', { params: { query: { limit, kind: TALK, cursor } } }))

export const answerTask = (key: string, taskId: string, note: string) =>
  said(
    server.POST('/api/tasks/{task_id}/answer', { params: { header: keyed(key), path: { task_id: taskId } }, body: { note } })
  )

export const recordDecision = (key: string, elderId: string, memberId: string, decidedOn: string, note: string) =>
  said(
    server.POST('/api/elders/{elder_id}/decisions', {
      params: { header: keyed(key), path: { elder_id: elderId } },
      body: { member_id: memberId, decided_on: decidedOn, note: note || null }
    })
  )
