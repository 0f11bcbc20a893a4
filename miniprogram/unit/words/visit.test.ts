import { expect, test } from 'vitest'
import { noteWithDetails, type VisitForm } from '@/visit/visit-form'
import { calledAtHome, honorific } from '@/words/people'
import { readWords, summary, yearWords } from '@/words/visit'

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
    findings: { ...good, health: 'watch' },
    details: { ...none, health: '腿疼三天了', safety: '写了又改回好' },
    note: ' 念着孙子 ',
    mode: 'home',
    startedAt: ''
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
