/** A call on a card, in one line. */
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
  if (call.state === 'open') return `正在视频${host}，点进去就能见面`
  if (call.state === 'agreed' && call.starts_at) return `${momentWords(call.starts_at)} 视频${host}`
  if (call.state === 'proposed') return `提出了 ${call.times.length} 个时间，等志愿者定`
  return '还没约下次视频'
}
