/** Requests for correction, in words. */
import type { Correction, FilePart } from '@/api/corrections'
import { dateWords } from '@/words/time'

export const FILE_PART_WORDS: Record<FilePart, string> = {
  identity: '姓名、年龄、住址',
  contact: '电话和联系人',
  family: '家人和去向',
  health: '身体和精神',
  tier: '关注等级',
  visits: '探访记录',
  other: '别的'
}

export const FILE_PART_CHOICES = (Object.keys(FILE_PART_WORDS) as FilePart[]).map((value) => ({
  value,
  words: FILE_PART_WORDS[value]
}))

/** ✓ 已更正; ✕ 没有改; … 等村委会答复，最晚 3 月 9 日 */
export function answeredWords(row: Pick<Correction, 'state' | 'due_on'>): { mark: string; words: string; kind: string } {
  if (row.state === 'corrected') return { mark: '✓', words: '已更正', kind: 'good' }
  if (row.state === 'refused') return { mark: '✕', words: '没有改，理由如下', kind: 'watch' }
  return { mark: '…', words: `等村委会答复，最晚 ${dateWords(row.due_on)}`, kind: 'muted' }
}
