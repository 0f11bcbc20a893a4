/** The shelf in the mini-program: encrypted storage for records, files for pictures. */
import type { Shelf } from '@/offline/shelf'

interface Ended {
  success?: (got: never) => void
  fail?: (error: unknown) => void
}

/** The part of `wx` that is used here; tests hand in their own. */
export interface WeixinStorage {
  env: { USER_DATA_PATH: string }
  setStorage(options: { key: string; data: unknown; encrypt: boolean } & Ended): unknown
  getStorage(options: { key: string; encrypt: boolean; success: (got: { data: unknown }) => void } & Ended): unknown
  removeStorage(options: { key: string } & Ended): unknown
  getStorageInfoSync(): { keys: string[] }
  getFileSystemManager(): WeixinFiles
}

export interface WeixinFiles {
  writeFile(options: { filePath: string; data: ArrayBuffer } & Ended): void
  readFile(options: { filePath: string; success: (got: { data: ArrayBuffer | string }) => void } & Ended): void
  unlink(options: { filePath: string } & Ended): void
  readdir(options: { dirPath: string; success: (got: { files: string[] }) => void } & Ended): void
}

const OURS = 'kept:'
const FILE = 'kept-'

export class WeixinShelf implements Shelf {
  constructor(private readonly wx: WeixinStorage) {}

  get<T>(key: string): Promise<T | undefined> {
    if (!this.wx.getStorageInfoSync().keys.includes(OURS + key)) return Promise.resolve(undefined)
    return new Promise((resolve, reject) => {
      this.wx.getStorage({ key: OURS + key, encrypt: true, success: (got) => resolve(got.data as T), fail: reject })
    })
  }

  put(key: string, value: unknown): Promise<void> {
    return ended((end) => this.wx.setStorage({ key: OURS + key, data: value, encrypt: true, ...end }))
  }

  drop(key: string): Promise<void> {
    return ended((end) => this.wx.removeStorage({ key: OURS + key, ...end }))
  }

  async keys(prefix: string): Promise<string[]> {
    const all = this.wx.getStorageInfoSync().keys
    return all.filter((key) => key.startsWith(OURS + prefix)).map((key) => key.slice(OURS.length)).sort()
  }

  async getBytes(key: string): Promise<ArrayBuffer | undefined> {
    if (!(await this.byteKeys(key)).includes(key)) return undefined
    return new Promise((resolve, reject) => {
      this.files.readFile({ filePath: this.path(key), success: (got) => resolve(got.data as ArrayBuffer), fail: reject })
    })
  }

  putBytes(key: string, bytes: ArrayBuffer): Promise<void> {
    return ended((end) => this.files.writeFile({ filePath: this.path(key), data: bytes, ...end }))
  }

  async dropBytes(key: string): Promise<void> {
    if ((await this.byteKeys(key)).includes(key)) {
      await ended((end) => this.files.unlink({ filePath: this.path(key), ...end }))
    }
  }

  byteKeys(prefix: string): Promise<string[]> {
    const start = FILE + fileName(prefix)
    return new Promise((resolve, reject) => {
      this.files.readdir({
        dirPath: this.wx.env.USER_DATA_PATH,
        success: ({ files }) => {
          const ours = files.filter((file) => file.startsWith(start))
          resolve(ours.map((file) => file.slice(FILE.length).replace(/_/g, '/')).sort())
        },
        fail: reject
      })
    })
  }

  private get files(): WeixinFiles {
    return this.wx.getFileSystemManager()
  }

  private path(key: string): string {
    return `${this.wx.env.USER_DATA_PATH}/${FILE}${fileName(key)}`
  }
}

/** Keys are made of ids, numbers and slashes, so this can be read back. */
function fileName(key: string): string {
  return key.replace(/\//g, '_')
}

function ended(start: (end: { success: () => void; fail: (error: unknown) => void }) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    start({ success: () => resolve(), fail: reject })
  })
}
