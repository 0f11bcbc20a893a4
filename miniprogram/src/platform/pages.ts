/** A list that comes page by page behind one page of ours. */
import { reactive, ref, type Ref } from 'vue'
import { wordsFor } from '@/api/problem'
import { useLoad, type Load } from '@/platform/load'

interface Paged<T> {
  items: T[]
  next_cursor: string | null
}

export interface Pages<T> {
  load: Load<Paged<T>>
  rows: Ref<T[]>
  older: { next: string | null; busy: boolean; message: string }
  more(): Promise<void>
}

/** `empty` tells whether a first page without rows is the page's empty face. */
export function usePages<T>(ask: (cursor?: string) => Promise<Paged<T>>, empty: () => boolean = () => true): Pages<T> {
  const rows = ref([]) as Ref<T[]>
  const older = reactive({ next: null as string | null, busy: false, message: '' })
  const load = useLoad(
    async () => {
      const page = await ask()
      rows.value = page.items
      Object.assign(older, { next: page.next_cursor, message: '' })
      return page
    },
    { empty: (page) => page.items.length === 0 && empty() }
  )

  async function more(): Promise<void> {
    Object.assign(older, { busy: true, message: '' })
    try {
      const page = await ask(older.next ?? undefined)
      rows.value = [...rows.value, ...page.items]
      older.next = page.next_cursor
    } catch (error) {
      older.message = wordsFor(error)
    }
    older.busy = false
  }

  return { load, rows, older, more }
}
