/** One write, repeatable: the same words go out under the same key until the server has said yes or no. */
import { reactive } from 'vue'
import { newKey } from '@/api/keys'
import { Problem, wordsFor } from '@/api/problem'

export interface Write<Args extends unknown[], T> {
  busy: boolean
  /** What to tell the person when it did not work; empty otherwise. */
  message: string
  field: string | null
  /** The answer, or undefined when it did not work (see `message`). */
  run(...args: Args): Promise<T | undefined>
}

export function useWrite<Args extends unknown[], T>(send: (key: string, ...args: Args) => Promise<T>): Write<Args, T> {
  const held = new Map<string, string>()

  async function run(...args: Args): Promise<T | undefined> {
    if (write.busy) return undefined
    write.busy = true
    write.message = ''
    write.field = null
    const words = JSON.stringify(args)
    try {
      const key = held.get(words) ?? (await newKey())
      held.set(words, key)
      const answer = await send(key, ...args)
      held.delete(words)
      return answer
    } catch (error) {
      if (!(error instanceof Problem && error.passing)) held.delete(words)
      write.message = wordsFor(error)
      write.field = error instanceof Problem ? error.field : null
      return undefined
    } finally {
      write.busy = false
    }
  }

  const write = reactive({ busy: false, message: '', field: null as string | null, run }) as Write<Args, T>
  return write
}
