/** Family calls in words. */
import type { DropOutReason, Evening } from '@/api/calls'
import { momentWords } from '@/words/time'

interface CallLine {
  state: string
  starts_at: string | null
  times: string[]
  host: string | null
}

/** 今晚 7:30 视频，小周在家里帮忙 */
export function callLine(call: CallLine | null): string {
  if (!call) return '还没约下次视频'
  const host = call.host ? `，${call.host}在家里帮忙` : ''
  const at = call.starts_at ? momentWords(call.starts_at) : ''
  if (call.state === 'open') return `正在视频${host}，点进去就能见面`
  if (call.state === 'agreed') return `${at} 视频${host}`
  if (call.state === 'taken') return `${at} ${call.host ?? '志愿者'}能来，正在问老人`
  if (call.state === 'seeking') return `${at} 的视频，正在换一位志愿者`
  if (call.state === 'proposed') return `提出了 ${call.times.length} 个时间，等志愿者定`
  if (call.state === 'lapsed') return '到时间没人能主持，没有办成'
  return '还没约下次视频'
}

/** What the volunteer does next, on a button. */
export function callButton(state: string): string {
  if (state === 'proposed') return '定个时间'
  if (state === 'taken') return '问问老人'
  if (state === 'seeking') return '看看能不能去'
  return state === 'open' ? '回到视频' : '到家里了，开视频'
}

export const DROP_OUT_WORDS: Record<DropOutReason, string> = {
  ill: '身体不舒服',
  busy: '临时有事',
  weather: '天气不好',
  road: '路不通',
  no_longer_near: '不在村里了',
  other: '别的原因'
}

export const SKILL_WORDS = { hosted: '都是我帮着弄', helped: '教一教，老人能跟着点', alone: '老人自己会用了' } as const

const FESTIVAL_WORDS: Record<string, string> = {
  spring_festival_eve: '除夕', spring_festival: '春节', mid_autumn: '中秋', double_ninth: '重阳'
}

/** What the evening asks of the office, in one line; empty on a quiet one. */
export function eveningWords(evening: Evening): string {
  const festival = evening.festival ? `${FESTIVAL_WORDS[evening.festival] ?? '节日'}：` : ''
  if (!evening.enough) return `${festival}约的会超过能承载的 ${evening.carried} 次，请把时间错开，或加到 ${evening.cores} 个核`
  if (evening.busiest >= evening.at_once) return `${festival}有一个时段已经排满，请约早一点或晚一点`
  return festival ? `${festival}够用，早点约、错开约` : ''
}
