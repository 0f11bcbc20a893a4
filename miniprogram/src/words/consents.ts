/** How an elder said yes or no to a use of data, in words. */
import type { ElderWordIn } from '@/api/consents'
import type { Schema } from '@/api/types'
import { momentWords } from '@/words/time'

export const EXPRESSED_WORDS: Record<ElderWordIn['expressed'], string> = {
  client: '在手机上',
  spoken: '口头说的',
  handwriting: '亲手写的',
  fingerprint: '按的手印'
}

/** An elder is asked in person, never on a device of one's own. */
export const IN_PERSON_CHOICES = (['spoken', 'handwriting', 'fingerprint'] as const).map((value) => ({
  value,
  words: EXPRESSED_WORDS[value]
}))

export const CONSENT_LOOK: Record<Schema<'ConsentState'>, { mark: string; words: string; kind: string }> = {
  not_asked: { mark: '?', words: '还没有问过老人', kind: 'watch' },
  given: { mark: '✓', words: '老人同意', kind: 'good' },
  withdrawn: { mark: '✕', words: '老人不同意', kind: 'danger' }
}

/** 3 月 10 日上午 9:00 同意，口头说的，见证人杨树根，赵志强登记，告知书 2026-03-01 版 */
export function wordOf(said: Schema<'SaidBefore'>): string {
  const witness = said.witness ? `，见证人${said.witness}` : ''
  const words = `${said.given ? '同意' : '不同意'}，${EXPRESSED_WORDS[said.expressed]}${witness}`
  return `${momentWords(said.said_at)}${words}，${said.recorded_by}登记，告知书 ${said.version} 版`
}
