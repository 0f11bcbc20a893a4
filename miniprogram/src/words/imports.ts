/** A spreadsheet on its way into the register, in words. */
import type { Import, ImportProblem } from '@/api/imports'
import type { StepView } from '@/words/agreements'

/** Whether the server is at work on it, and looking again is worth while. */
export function atWork(found: Import): boolean {
  return found.state === 'checking' || found.state === 'storing'
}

/** Full percent of the rows done; null while nobody knows how many there are. */
export function percentOf(found: Import): number | null {
  if (!found.rows_at_most) return null
  return Math.min(100, Math.floor((100 * found.rows_read) / found.rows_at_most))
}

/** The four steps: hand in, check, look, store. */
export function stepsOf(found: Import | null): StepView[] {
  const reached = found ? { checking: 1, checked: 2, storing: 3, stored: 4, refused: 1 }[found.state] : 0
  const stuck = found?.state === 'refused' || (found?.state === 'checked' && found.problems > 0)
  return ['选文件', '逐行检查', '看结果', '存进名册'].map((words, place) => ({
    key: words,
    words,
    detail: '',
    state: place < reached ? 'done' : place > reached ? 'later' : stuck ? 'refused' : 'now'
  }))
}

/** What storing does to the register, or did. */
export function effectWords(found: Import): string {
  const parts = [
    found.added ? `新登记 ${found.added} 位` : '',
    found.changed ? `更新 ${found.changed} 位` : '',
    found.unchanged ? `${found.unchanged} 位没有变化` : ''
  ].filter(Boolean)
  return parts.length ? parts.join('，') : '没有要改的'
}

/** Remarks on the file as a whole, apart from what is wrong with its rows. */
export function parted(items: ImportProblem[]): { remarks: ImportProblem[]; rows: ImportProblem[] } {
  return { remarks: items.filter((one) => one.row === null), rows: items.filter((one) => one.row !== null) }
}
