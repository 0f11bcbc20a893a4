/** What the five cards collect, and how it becomes one report. */
import { DOMAINS, QUESTIONS, type Domain, type Finding, type Mode } from '@/words/visit'

export interface VisitForm {
  findings: Partial<Record<Domain, Finding>>
  details: Record<Domain, string>
  note: string
  mode: Mode
  startedAt: string
}

/** The note, with a line for each answer that was not 好: 身体：腿疼三天了. Null when there is nothing to say. */
export function noteWithDetails(form: VisitForm): string | null {
  const details = DOMAINS.filter((domain) => form.findings[domain] !== 'good' && form.details[domain].trim()).map(
    (domain) => `${QUESTIONS[domain].title}：${form.details[domain].trim()}`
  )
  return [form.note.trim(), ...details].filter(Boolean).join('\n') || null
}
