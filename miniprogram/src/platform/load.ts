/** One request behind one page, and which of its faces the page shows. */
import { reactive } from 'vue'
import { Problem } from '@/api/problem'
import { wordsFor } from '@/api/problem'

export type Face = 'loading' | 'ready' | 'empty' | 'offline' | 'failed'

/** Keeps the last answer at hand for times without a network. */
export interface Keeper<T> {
  keep(value: T): Promise<void>
  kept(): Promise<{ value: T; at: string } | undefined>
}

export interface Load<T> {
  face: Face
  value: T | null
  message: string
  code: string
  /** Set while an older copy is shown because there is no network. */
  keptAt: string | null
  reload(): Promise<void>
}

interface Options<T> {
  empty?: (value: T) => boolean
  keeper?: Keeper<T>
}

export function useLoad<T>(ask: () => Promise<T>, { empty = () => false, keeper }: Options<T> = {}): Load<T> {
  const load = reactive({
    face: 'loading' as Face,
    value: null as T | null,
    message: '',
    code: '',
    keptAt: null as string | null,
    reload
  }) as Load<T>

  function show(value: T, keptAt: string | null): void {
    load.value = value
    load.keptAt = keptAt
    load.face = empty(value) ? 'empty' : 'ready'
  }

  async function reload(): Promise<void> {
    if (!load.value) load.face = 'loading'
    try {
      const value = await ask()
      show(value, null)
      // A copy that cannot be kept costs the person nothing now.
      await keeper?.keep(value).catch(() => undefined)
    } catch (error) {
      const offline = error instanceof Problem && error.offline
      const copy = offline ? await keeper?.kept().catch(() => undefined) : undefined
      if (copy) return show(copy.value, copy.at)
      load.message = wordsFor(error)
      load.code = error instanceof Problem ? error.code : 'page'
      load.face = offline ? 'offline' : 'failed'
    }
  }

  return load
}
