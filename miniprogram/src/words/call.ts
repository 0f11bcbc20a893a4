/** The call room in words. */
import type { Reason, RoomState } from '@/room'

const ENDINGS: Partial<Record<Reason, string>> = {
  duplicate: '您在另一个页面进来了，这一页就停下了',
  expired: '进来的凭证过期了，请回到小程序再点一次',
  forged: '进来的凭证不对，请回到小程序再点一次',
  malformed: '进来的凭证不对，请回到小程序再点一次',
  missing: '没有找到进来的凭证，请回到小程序再点一次',
  origin: '请从小程序里进来',
  full: '屋里人满了，请等一会儿再试',
  lifetime: '这次连线时间到了',
  removed: '志愿者请您先离开一下，可以打电话问问',
  offline: '网络断了太久，连线停下了，有网时可以再进来',
  protocol: '连线出了点问题，请再进来一次',
  too_fast: '点得太快了，请等一会儿再进来'
}

/** Why it is over; empty for an ordinary ending. */
export function endingWords(reason: Reason | null): string {
  return (reason && ENDINGS[reason]) ?? ''
}

/** Whether one may simply come in again. */
export function mayReturn(reason: Reason | null): boolean {
  return reason === 'offline' || reason === 'protocol' || reason === 'restarting' || reason === 'left'
}

interface Standing {
  state: RoomState
  host: boolean
  others: number
  weak: boolean
  /** Who is at the door or just coming back, as the elder calls them: 女儿, 儿子. */
  arriving?: string[]
}

/** One line on how things stand. */
export function stateWords({ state, host, others, weak, arriving = [] }: Standing): string {
  if (state === 'reconnecting') return '网络断了一下，正在接回来…'
  if (state === 'knocking') return '已经敲门，等志愿者让您进来'
  if (state !== 'in') return '正在接通…'
  if (arriving.length) return `${arriving.join('、')}正在进来`
  if (weak) return '网络不好，声音还在'
  if (others === 0) return host ? '家里已接通，等家人进来' : '已经进来，等志愿者接通家里'
  return '已接通'
}

interface Known {
  account_id: string
  name: string
  relation: string | null
}

/** What stands under a face in large type: 女儿 for the elder, with the name where two are called alike. */
export function faceName(id: string, name: string, known: readonly Known[]): string {
  const relation = known.find((one) => one.account_id === id)?.relation
  if (!relation) return name
  const alike = known.filter((one) => one.relation === relation).length > 1
  return alike ? `${relation}${name}` : relation
}

/** One huge face while somebody speaks or alone is there, else a calm grid: which tile stands large. */
export function largeFace(ids: readonly string[], chosen: string): string {
  if (ids.length === 1) return ids[0]!
  return ids.includes(chosen) ? chosen : ''
}

/** What to do when one cannot hear the other well; empty when all is well. */
export function loudWords(loudest: boolean): string {
  return loudest ? '还听不清，就按手机边上的音量键，或把手机靠近耳朵' : '听不清就点“大声一点”'
}
