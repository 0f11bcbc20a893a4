/** A visit in words: five questions with three answers each (R072), and how the family reads them. */
import type { ContactKind } from '@/api/families'
import type { Schema } from '@/api/types'
import type { YearRow } from '@/api/visits'
import { CONTACT_WORDS } from '@/words/families'
import { atHome, lengthWords, momentWords } from '@/words/time'

export const DOMAINS = ['health', 'economy', 'family_duty', 'safety', 'needs'] as const
export type Domain = (typeof DOMAINS)[number]
export type Finding = 'good' | 'watch' | 'help'
export type Mode = 'home' | 'phone' | 'video' | 'group'

export interface Answer {
  finding: Finding
  words: string
  hint: string
}

interface Question {
  title: string
  /** `who` is 李奶奶. */
  ask: (who: string) => string
  answers: [Answer, Answer, Answer]
  /** Said to the family, after 妈妈. */
  told: Record<Finding, string>
}

export const QUESTIONS: Record<Domain, Question> = {
  health: {
    title: '身体',
    ask: (who) => `${who}身体怎么样？`,
    answers: [
      { finding: 'good', words: '挺好', hint: '能走动，没说哪里不舒服' },
      { finding: 'watch', words: '有点不舒服', hint: '腰腿疼、睡不好、感冒' },
      { finding: 'help', words: '要人帮', hint: '起不来床、摔过、要看医生' }
    ],
    told: { good: '身体挺好，能走动', watch: '身体有点不舒服', help: '身体不好，需要有人帮' }
  },
  economy: {
    title: '生活用钱',
    ask: () => '吃穿用钱够不够？',
    answers: [
      { finding: 'good', words: '够用', hint: '有吃有穿，补贴按时到' },
      { finding: 'watch', words: '有点紧', hint: '舍不得吃药、补贴没到' },
      { finding: 'help', words: '要人帮', hint: '没钱买药、断了收入' }
    ],
    told: { good: '吃穿用钱够用', watch: '用钱有点紧', help: '用钱有困难，需要帮忙' }
  },
  family_duty: {
    title: '家人联系',
    ask: () => '家里人常联系吗？',
    answers: [
      { finding: 'good', words: '常联系', hint: '常打电话，按说好的寄钱、回来' },
      { finding: 'watch', words: '联系少', hint: '一个月没来电话' },
      { finding: 'help', words: '要人帮', hint: '联系不上，或者有矛盾' }
    ],
    told: { good: '和家里人常联系', watch: '盼着家里人多来电话', help: '很久没联系上家里人' }
  },
  safety: {
    title: '住处安全',
    ask: () => '家里安全吗？',
    answers: [
      { finding: 'good', words: '安全', hint: '房子、水、电、火、取暖都好' },
      { finding: 'watch', words: '要修一修', hint: '灯不亮、地面滑、电线旧' },
      { finding: 'help', words: '要人帮', hint: '房子漏、煤炉没烟道、断水断电' }
    ],
    told: { good: '住得安全', watch: '家里有地方要修一修', help: '家里有危险，需要马上处理' }
  },
  needs: {
    title: '日常照料',
    ask: (who) => `${who}还缺什么、要什么？`,
    answers: [
      { finding: 'good', words: '都好', hint: '吃饭、洗衣、出门自己能行' },
      { finding: 'watch', words: '有点小事', hint: '想剪头发、买东西、教用手机' },
      { finding: 'help', words: '要人帮', hint: '没人做饭、没人陪着看病' }
    ],
    told: { good: '日常都能照顾自己', watch: '有点小事想请人帮', help: '日常需要有人照料' }
  }
}

/** Hygiene is asked only where something is not good, and on a first visit. */
export const HYGIENE: { title: string; ask: string; answers: [Answer, Answer, Answer] } = {
  title: '卫生和周围',
  ask: '屋里屋外干净吗？',
  answers: [
    { finding: 'good', words: '干净', hint: '屋里清爽，衣被干净' },
    { finding: 'watch', words: '有点乱', hint: '该收拾、该洗晒了' },
    { finding: 'help', words: '要人帮', hint: '垃圾堆着、有异味、没法住好' }
  ]
}

export const MODE_WORDS: Record<Mode, string> = { home: '上门', phone: '电话', video: '视频', group: '集中' }

export const FINDING_LOOK: Record<Finding, { mark: string; words: string; kind: 'good' | 'watch' | 'danger' }> = {
  good: { mark: '✓', words: '放心', kind: 'good' },
  watch: { mark: '◐', words: '留意', kind: 'watch' },
  help: { mark: '!', words: '要人帮', kind: 'danger' }
}

/** The answer's own sentence: 身体挺好，能走动 */
export function toldWords(domain: Domain, finding: Finding): string {
  return QUESTIONS[domain].told[finding]
}

/** What a visitor found, null where the elder does not want it shown. */
export type Findings = Record<Domain, Finding | null>

/** The domains that are shown, with what was found. */
export function shownFindings(findings: Findings): { domain: Domain; finding: Finding }[] {
  return DOMAINS.flatMap((domain) => {
    const finding = findings[domain]
    return finding ? [{ domain, finding }] : []
  })
}

/** One sentence for a card, worst first: 妈妈身体有点不舒服，别的都好 */
export function summary(called: string, findings: Findings): string {
  const shown = shownFindings(findings)
  const worst = shown.filter(({ finding }) => finding !== 'good')
  const whole = shown.length === DOMAINS.length
  if (!shown.length) return `有人去看过${called}了`
  if (!worst.length) return whole ? `${called}各方面都挺好` : `有人去看过${called}了，没有急事`
  worst.sort((one, other) => Number(other.finding === 'help') - Number(one.finding === 'help'))
  const told = worst.slice(0, 2).map(({ domain, finding }) => toldWords(domain, finding))
  return `${called}${told.join('，')}${whole && worst.length < DOMAINS.length ? '，别的都好' : ''}`
}

/** 儿子王建国，6 月 4 日晚上 8:10 看过; 女儿王秀英，还没打开 */
export function readWords(reader: Schema<'FamilyReader'>): string {
  const who = `${reader.relation}${reader.name}`
  if (reader.first_read_at) return `✓ ${who}，${momentWords(reader.first_read_at)}看过`
  return reader.joined ? `○ ${who}，还没打开` : `○ ${who}，还没用云团圆，打电话告诉`
}

/** 常联系, 联系少, 要人帮: what a visit found of the family's duty. */
export const dutyWords = (finding: Finding): string =>
  QUESTIONS.family_duty.answers.find((answer) => answer.finding === finding)!.words

/** One line of the year: 王小燕上门探访; 家里人视频，23 分钟; 我和老人打电话 */
export function yearWords(row: YearRow): string {
  if (row.line === 'visit') return `${row.who ?? '有人'}${MODE_WORDS[row.what as Mode] ?? ''}探访`
  const length = row.seconds ? `，${lengthWords(row.seconds)}` : ''
  if (row.line === 'call') return `家里人视频${length}`
  const what = row.what as ContactKind
  return `我${what === 'visit' ? '' : '和老人'}${CONTACT_WORDS[what]}${length}`
}

/** 2026 年 11 月 */
export const monthWords = (at: string): string => atHome(at).format('YYYY 年 M 月')

/** What one taps to say thanks, and how it is signed to the visitor. */
export const THANKS = ['谢谢您去看望，辛苦了！', '看到照片就放心了，谢谢您！', '您费心了，回来一定当面谢您！'] as const
