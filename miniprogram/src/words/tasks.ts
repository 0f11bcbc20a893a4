/** What a task asks for, and how long there is still time. */
import type { Outcome } from '@/api/screenings'
import type { TaskKind } from '@/api/tasks'

export const TASK_WORDS: Record<TaskKind, { words: string; todo: string }> = {
  must_not_live_alone: { words: '不宜独居', todo: '商定谁来同住或搬到哪里住，再更新档案' },
  a_child_should_stay: { words: '商定谁留下', todo: '和家人商定一名子女留在身边' },
  monthly_talk: { words: '和子女谈一谈', todo: '本月和子女通一次电话，谈完记下来' },
  high_risk: { words: '风险高', todo: '上门关爱、安排救助，写明做了什么' },
  agreement_review: { words: '协议要重新看', todo: '和家人、受托人商量要不要改、暂停或结束，写明结果' },
  family_unread: { words: '给子女打个电话', todo: '探访记录家人有些日子没看到了，打电话说说老人的近况，写明说了什么' },
  agreement_call: { words: '打电话告诉家人', todo: '家人没有微信，打电话说一声，写明说了什么' },
  incident_call: { words: '有人没看到消息', todo: '现在就打电话，写明说了什么' },
  unhosted_call: { words: '视频没人主持', todo: '找一位志愿者到家里帮忙，或自己去一趟，在视频里接下' }
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  no_left_behind: '没有留守老人',
  on_file: '老人已在册',
  registered: '新登记了',
  nobody_home: '没人，要再来'
}

const HOUR = 3_600_000

/** 还有 3 天, 还有 5 小时, 不到 1 小时, 已超 2 天 */
export function leftWords(dueAt: string, now: Date = new Date()): string {
  const left = new Date(dueAt).getTime() - now.getTime()
  const hours = Math.floor(Math.abs(left) / HOUR)
  const length = hours >= 48 ? `${Math.floor(hours / 24)} 天` : `${hours} 小时`
  if (left <= 0) return hours ? `已超 ${length}` : '刚刚超时'
  return hours ? `还有 ${length}` : '不到 1 小时'
}
