/** Time as a neighbour says it, always by the clock at home (Asia/Shanghai), wherever the phone is. */
import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** The moment on the clock at home; China has had one zone and no summer time since 1991. */
export function atHome(at: string | number | Date = Date.now()): Dayjs {
  return dayjs(at).utcOffset(8)
}

function daysBetween(later: Dayjs, earlier: Dayjs): number {
  return later.startOf('day').diff(earlier.startOf('day'), 'day')
}

/** 凌晨 4:05, 上午 9:00, 下午 3:00, 晚上 7:30 */
export function clockWords(at: string | Date, now: Date = new Date()): string {
  const time = atHome(at)
  const hour = time.hour()
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  const tonight = part === '晚上' && daysBetween(time, atHome(now)) === 0
  return `${tonight ? '' : part} ${hour % 12 || 12}:${time.format('mm')}`.trim()
}

/** 今天, 明天, 后天, 昨天, 前天, 周四, 上周四, 11 月 2 日 */
export function dayWords(at: string | Date, now: Date = new Date()): string {
  const time = atHome(at)
  const today = atHome(now)
  const days = daysBetween(time, today)
  const near = ['前天', '昨天', '今天', '明天', '后天'][days + 2]
  if (near) return near
  const weekday = WEEKDAYS[time.day()]!
  const monday = (day: Dayjs) => day.startOf('day').subtract((day.day() + 6) % 7, 'day')
  const weeks = monday(time).diff(monday(today), 'week')
  if (weeks === 0) return weekday
  if (weeks === -1) return `上${weekday}`
  if (weeks === 1) return `下${weekday}`
  return time.year() === today.year() ? time.format('M 月 D 日') : time.format('YYYY 年 M 月 D 日')
}

/** 今晚 7:30, 今天下午 3:00, 上周四 上午 9:00 */
export function momentWords(at: string | Date, now: Date = new Date()): string {
  const day = dayWords(at, now)
  const clock = clockWords(at, now)
  if (day === '今天' && atHome(at).hour() >= 18) return `今晚 ${clock}`
  return `${day}${clock}`
}

/** For the day a thing is due, a visit unless said otherwise: 今天该探访了, 已过期 2 天, 还有 3 天到期 */
export function dueWords(dueOn: string, now: Date = new Date(), today = '今天该探访了'): string {
  const days = daysBetween(dayjs(`${dueOn}T12:00:00+08:00`).utcOffset(8), atHome(now))
  if (days === 0) return today
  return days < 0 ? `已过期 ${-days} 天` : days === 1 ? '明天到期' : `还有 ${days} 天到期`
}

/** For papers: 2026 年 11 月 22 日 */
export function dateWords(at: string | Date): string {
  const day = typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at) ? `${at}T12:00:00+08:00` : at
  return dayjs(day).utcOffset(8).format('YYYY 年 M 月 D 日')
}

/** The day `days` after another, or before it when negative: 2026-11-22 */
export function dayAfter(day: string, days: number): string {
  return atHome(`${day}T12:00:00+08:00`).add(days, 'day').format('YYYY-MM-DD')
}

/** The day so many days from today. */
export function dayFromNow(days: number, now: Date = new Date()): string {
  return atHome(now).add(days, 'day').format('YYYY-MM-DD')
}

/** For papers and logs: 2026 年 11 月 22 日 19:30 */
export function stampWords(at: string | Date): string {
  return atHome(at as string).format('YYYY 年 M 月 D 日 HH:mm')
}

/** 周日 11 月 22 日 */
export function todayWords(now: Date = new Date()): string {
  const today = atHome(now)
  return `${WEEKDAYS[today.day()]} ${today.format('M 月 D 日')}`
}

/** 早上好, 上午好, 下午好, 晚上好 */
export function greeting(now: Date = new Date()): string {
  const hour = atHome(now).hour()
  return hour < 5 ? '夜深了' : hour < 9 ? '早上好' : hour < 12 ? '上午好' : hour < 18 ? '下午好' : '晚上好'
}

/** 23 分钟; 不到 1 分钟; 1 小时 5 分钟 */
export function lengthWords(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < 60) return `${minutes} 分钟`
  return minutes % 60 ? `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟` : `${minutes / 60} 小时`
}
