/** What was told: the inbox, and which WeChat messages a person takes. */
import { keyed, said, server } from '@/api/client'
import type { Schema } from '@/api/types'

export type Notification = Schema<'NotificationOut'>
export type Subscription = Schema<'Subscription'>

export const listNotifications = (cursor?: string) =>
  said(server.GET('/api/notifications', { params: { query: { cursor } } }))

export const readNotification = (key: string, id: string) =>
  said(
    server.POST('/api/notifications/{notification_id}/read', {
      params: { header: keyed(key), path: { notification_id: id } }
    })
  )

export const listSubscriptions = () => said(server.GET('/api/subscriptions'))

export const reportSubscriptions = (key: string, answers: Schema<'SubscriptionsIn'>['answers']) =>
  said(server.POST('/api/subscriptions', { params: { header: keyed(key) }, body: { answers } }))
