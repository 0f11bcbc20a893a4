/** What the queue needs of a platform: two small maps that survive a restart. */
export interface Shelf {
  get<T>(key: string): Promise<T | undefined>
  /** All or nothing, and durable once it resolves. `value` is JSON. */
  put(key: string, value: unknown): Promise<void>
  drop(key: string): Promise<void>
  /** The keys that begin with `prefix`, in order. */
  keys(prefix: string): Promise<string[]>
  getBytes(key: string): Promise<ArrayBuffer | undefined>
  /** Durable once it resolves; a crash before may leave anything under `key`. */
  putBytes(key: string, bytes: ArrayBuffer): Promise<void>
  dropBytes(key: string): Promise<void>
  byteKeys(prefix: string): Promise<string[]>
}
