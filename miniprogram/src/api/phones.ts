/** A lost phone: nothing more is signed with it, until the committee has seen who it is. */
import { keyed, said, server } from '@/api/client'

/** One's own; the session that says so stays open. */
export const reportPhoneLost = (key: string, since: string) =>
  said(server.POST('/api/phone-losses', { params: { header: keyed(key) }, body: { since } }))

const place = (key: string, id: string) => ({ header: keyed(key), path: { member_id: id } })

export const reportPhoneLostFor = (key: string, memberId: string, since: string) =>
  said(server.POST('/api/elders/ties/{member_id}/phone-lost', { params: place(key, memberId), body: { since } }))

export const bindAnew = (key: string, memberId: string) =>
  said(server.POST('/api/elders/ties/{member_id}/bind-anew', { params: place(key, memberId) }))
