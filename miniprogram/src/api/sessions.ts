/** Signing in and out. */
import { keyed, said, server } from '@/api/client'

export const signInByDemoLink = (key: string) => said(server.POST('/api/sessions/demo', { body: { key } }))

export const signInByWeChat = (code: string) => said(server.POST('/api/sessions/wechat', { body: { code } }))

export const signInAtOffice = (login: string, password: string, oneTimeCode: string) =>
  said(server.POST('/api/sessions/office', { body: { login, password, one_time_code: oneTimeCode } }))

export const readSession = () => said(server.GET('/api/sessions/current'))

export const actAsRole = (key: string, membershipId: string) =>
  said(
    server.PUT('/api/sessions/current/membership', {
      params: { header: keyed(key) },
      body: { membership_id: membershipId }
    })
  )

export const signOutThere = () => said(server.DELETE('/api/sessions/current'))

export const verifyPhone = (code: string) => said(server.POST('/api/sessions/current/phone', { body: { code } }))

export const confirmDesktop = (key: string, signInId: string) =>
  said(
    server.POST('/api/sessions/desktop/{sign_in_id}/confirm', {
      params: { header: keyed(key), path: { sign_in_id: signInId } }
    })
  )
