/** The shelf in a browser: IndexedDB, encrypted under a key that scripts can use but not read. */
import Dexie, { type Table } from 'dexie'
import type { Shelf } from '@/offline/shelf'

interface Row {
  key: string
  iv: Uint8Array | null
  data: ArrayBuffer
}

export class BrowserShelf implements Shelf {
  private readonly database: Dexie
  private readonly records: Table<Row, string>
  private readonly bytes: Table<Row, string>
  private readonly locks: Table<{ id: string; lock: CryptoKey }, string>
  private lock: Promise<CryptoKey | null> | undefined

  constructor(name = 'cloud-reunion') {
    this.database = new Dexie(name, { chromeTransactionDurability: 'strict' })
    this.database.version(1).stores({ records: 'key', bytes: 'key', locks: 'id' })
    this.records = this.database.table('records')
    this.bytes = this.database.table('bytes')
    this.locks = this.database.table('locks')
  }

  async get<T>(key: string): Promise<T | undefined> {
    const bytes = await this.open(await this.records.get(key))
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T)
  }

  async put(key: string, value: unknown): Promise<void> {
    const text = new TextEncoder().encode(JSON.stringify(value))
    await this.records.put(await this.close(key, text.buffer as ArrayBuffer))
  }

  async drop(key: string): Promise<void> {
    await this.records.delete(key)
  }

  keys(prefix: string): Promise<string[]> {
    return this.records.where('key').startsWith(prefix).primaryKeys()
  }

  async getBytes(key: string): Promise<ArrayBuffer | undefined> {
    return this.open(await this.bytes.get(key))
  }

  async putBytes(key: string, bytes: ArrayBuffer): Promise<void> {
    await this.bytes.put(await this.close(key, bytes))
  }

  async dropBytes(key: string): Promise<void> {
    await this.bytes.delete(key)
  }

  byteKeys(prefix: string): Promise<string[]> {
    return this.bytes.where('key').startsWith(prefix).primaryKeys()
  }

  private async close(key: string, data: ArrayBuffer): Promise<Row> {
    const lock = await this.ownLock()
    if (!lock) return { key, iv: null, data }
    const iv = crypto.getRandomValues(new Uint8Array(12))
    return { key, iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: label(key) }, lock, data) }
  }

  private async open(row: Row | undefined): Promise<ArrayBuffer | undefined> {
    if (!row?.iv) return row?.data
    const lock = (await this.ownLock()) as CryptoKey
    const how = { name: 'AES-GCM', iv: row.iv as BufferSource, additionalData: label(row.key) }
    return crypto.subtle.decrypt(how, lock, row.data)
  }

  /** Null where the page is not in a secure context: there is no WebCrypto then. */
  private ownLock(): Promise<CryptoKey | null> {
    this.lock ??= crypto.subtle ? this.findLock() : Promise.resolve(null)
    return this.lock
  }

  private async findLock(): Promise<CryptoKey> {
    const known = await this.locks.get('own')
    if (known) return known.lock
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    return this.database.transaction('rw', this.locks, async () => {
      const first = await this.locks.get('own')
      if (!first) await this.locks.add({ id: 'own', lock: fresh })
      return first?.lock ?? fresh
    })
  }
}

function label(key: string): BufferSource {
  return new TextEncoder().encode(key) as BufferSource
}
