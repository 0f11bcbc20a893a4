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
}

/** One line on how things stand. */
export function stateWords({ state, host, others, weak }: Standing): string {
  if (state === 'reconnecting') return '网络断了一下，正在接回来…'
  if (state === 'knocking') return '已经敲门，等志愿者让您进来'
  if (state !== 'in') return '正在接通…'
  if (weak) return '网络有点弱，画面先停一停，声音还在'
  if (others === 0) return host ? '家里已接通，等家人进来' : '已经进来，等志愿者接通家里'
  return '已接通'
}
