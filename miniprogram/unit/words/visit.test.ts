import { expect, test } from 'vitest'
import { answersOf, itemsOf, lengthOf, newForm, noteWithDetails, phoneIsWhole, reportOf, stepsOf, withChange, type QuestionForm, type VisitForm } from '@/visit/visit-form'
import { calledAtHome, honorific } from '@/words/people'
import { readWords, summary, yearWords } from '@/words/visit'
import { changeWords } from '@/words/visit-findings'

const good = { health: 'good', economy: 'good', family_duty: 'good', safety: 'good', needs: 'good' } as const
const none = { health: '', economy: '', family_duty: '', safety: '', needs: '' }

test('one sentence says the worst first', () => {
  expect(summary('妈妈', good)).toBe('妈妈各方面都挺好')
  expect(summary('妈妈', { ...good, health: 'watch' })).toBe('妈妈身体有点不舒服，别的都好')
  expect(summary('妈妈', { ...good, health: 'watch', safety: 'help' })).toBe(
    '妈妈家里有危险，需要马上处理，身体有点不舒服，别的都好'
  )
})

test('what the elder does not want shown is not guessed at', () => {
  expect(summary('妈妈', { ...good, health: null })).toBe('有人去看过妈妈了，没有急事')
  expect(summary('妈妈', { health: null, economy: null, family_duty: null, safety: 'help', needs: null })).toBe(
    '妈妈家里有危险，需要马上处理'
  )
  expect(summary('妈妈', { health: null, economy: null, family_duty: null, safety: null, needs: null })).toBe(
    '有人去看过妈妈了'
  )
})

test('the note carries a line for each answer that was not good, and none for the rest', () => {
  const form: VisitForm = {
    ...newForm(''),
    findings: { ...good, health: 'watch' },
    details: { ...none, health: '腿疼三天了', safety: '写了又改回好' },
    note: ' 念着孙子 '
  }
  expect(noteWithDetails(form)).toBe('念着孙子\n身体：腿疼三天了')
  expect(noteWithDetails({ ...form, note: '', details: none })).toBeNull()
})

test('an elder is called what the speaker would say', () => {
  expect(honorific('李秀英', 'female')).toBe('李奶奶')
  expect(honorific('欧阳建国', 'male')).toBe('欧阳爷爷')
  expect(calledAtHome('李秀英', 'female', '儿媳')).toBe('妈妈')
  expect(calledAtHome('李长根', 'male', '外孙')).toBe('外公')
  expect(calledAtHome('李长根', 'male', '侄子')).toBe('李爷爷')
})

const BEGUN = '2026-11-22T01:00:00.000Z'
const NOW = new Date('2026-11-22T01:26:10.000Z')
const item = (key: string, part: string, when: string, kind = 'many') => ({ key, part, when, kind, ask: key, answers: { a: '甲', b: '乙' } })
const LATER = { id: 'later/1', kind: 'later', title: '', items: [item('hazards', 'safety', 'not_good'), item('surroundings', 'hygiene', 'not_good'), item('digital', 'digital', 'offered', 'one')] } as QuestionForm
const FIRST = { ...LATER, id: 'first/1', kind: 'first', items: [item('water', 'living', 'always'), item('house', 'living', 'always'), item('visits', 'needs', 'always', 'words'), ...LATER.items] } as QuestionForm
const quiet = (): VisitForm => ({ ...newForm(BEGUN), findings: { ...good } })
const cards = (form: VisitForm, asked: QuestionForm | null) =>
  stepsOf(form, asked).map((step) => (step.kind === 'domain' ? step.domain : step.kind === 'part' ? step.part : step.kind))

test('a quiet visit is five cards and the last page, whichever form is at hand', () => {
  const five = ['health', 'economy', 'family_duty', 'safety', 'needs', 'last']
  expect(cards(quiet(), LATER)).toEqual(five)
  expect(cards(quiet(), null)).toEqual(five)
  expect(cards(newForm(BEGUN), LATER)).toEqual(five)
})

test('hygiene comes up where something is not good, the living conditions on a first visit', () => {
  expect(cards({ ...quiet(), findings: { ...good, safety: 'watch' } }, LATER)).toContain('hygiene')
  expect(cards(quiet(), FIRST).slice(5)).toEqual(['hygiene', 'living', 'needs', 'last'])
  expect(itemsOf(FIRST, 'living', 'always').map((one) => one.key)).toEqual(['water', 'house'])
})

test('what was answered and then found good again is not sent', () => {
  const form = { ...quiet(), answers: { hazards: ['a'], digital: ['b'], visits: ['  '], unknown: ['a'] } }
  expect(answersOf(form, LATER)).toEqual({ digital: ['b'] })
  expect(answersOf({ ...form, findings: { ...good, safety: 'help' } }, LATER)).toEqual({ hazards: ['a'], digital: ['b'] })
  expect(answersOf(form, null)).toEqual({})
})

test('the length is measured, or as the visitor says, and then it began before it was measured', () => {
  expect(lengthOf(quiet(), NOW)).toEqual({ visited_at: BEGUN, minutes: 26 })
  expect(lengthOf({ ...quiet(), minutes: '10' }, NOW)).toEqual({ visited_at: BEGUN, minutes: 10 })
  expect(lengthOf({ ...quiet(), minutes: '60' }, NOW)).toEqual({ visited_at: '2026-11-22T00:26:10.000Z', minutes: 60 })
  expect(lengthOf({ ...quiet(), minutes: '一' }, NOW).minutes).toBe(26)
  const draftOfYesterday = new Date(NOW.getTime() + 24 * 3600 * 1000)
  expect(lengthOf(quiet(), draftOfYesterday)).toEqual({ visited_at: BEGUN, minutes: null })
})

test('a quiet report says who was there and where, and proposes nothing', () => {
  expect(reportOf('e', { ...quiet(), present: ['elder', 'spouse'] }, LATER, NOW)).toEqual({
    elder_id: 'e', mode: 'home', visited_at: BEGUN, minutes: 26, ...good, note: null, form: 'later/1', answers: {},
    hygiene: null, place: 'at_home', present: ['elder', 'spouse'], people: 2, need_items: [], proposals: []
  })
  expect(reportOf('e', { ...quiet(), mode: 'phone', people: '5' }, null, NOW)).toMatchObject({ form: null, place: null, people: 5 })
})

test('needs and changes are told with their words, the new telephone with its number', () => {
  const form: VisitForm = {
    ...quiet(), needs: ['meals', 'refit'], needWords: { refit: ' 屋顶漏 ' }, changes: ['phone', 'home'], changeWords: '大儿子', phone: '13911112222'
  }
  const told = reportOf('e', form, LATER, NOW)
  expect(told.need_items).toEqual([{ kind: 'meals', words: null }, { kind: 'refit', words: '屋顶漏' }])
  expect(told.proposals).toEqual([
    { field: 'phone', value: '13911112222', words: '大儿子' },
    { field: 'child_moved', value: 'home', words: '大儿子' }
  ])
  expect(phoneIsWhole(form)).toBe(true)
  expect(phoneIsWhole({ ...form, phone: '139' })).toBe(false)
  expect(changeWords('phone', '13911112222')).toBe('电话换了：13911112222')
  expect(changeWords('mobility', 'bedridden')).toBe('起不来床了')
})

test('of changes that contradict each other the last one stays', () => {
  expect(withChange(['free', 'phone'], ['free', 'phone', 'bedridden'])).toEqual(['phone', 'bedridden'])
  expect(withChange(['home'], ['home', 'away'])).toEqual(['home', 'away'])
  expect(withChange(['alone', 'phone'], ['phone'])).toEqual(['phone'])
})

test('the year is told line by line, without a name for what I did myself', () => {
  const line = { at: '2026-11-22T02:00:00Z', id: '1', seconds: 0, photo_ids: [], ...good }
  expect(yearWords({ ...line, line: 'visit', what: 'home', who: '王小燕' })).toBe('王小燕上门探访')
  expect(yearWords({ ...line, line: 'call', what: null, who: '王小燕', seconds: 1380 })).toBe('家里人视频，23 分钟')
  expect(yearWords({ ...line, line: 'contact', what: 'phone', who: null })).toBe('我和老人打电话')
})

test('who has not opened a report is not blamed for it', () => {
  const reader = { name: '王建国', relation: '儿子', joined: true, first_read_at: null, last_read_at: null }
  expect(readWords(reader)).toBe('○ 儿子王建国，还没打开')
  expect(readWords({ ...reader, joined: false })).toBe('○ 儿子王建国，还没用云团圆，打电话告诉')
})
