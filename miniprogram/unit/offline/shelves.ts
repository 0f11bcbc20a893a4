/** Both shelves over stand-ins of their platforms, which outlive the objects on top of them as a device does. */
import 'fake-indexeddb/auto'
import { BrowserShelf } from '@/offline/browser-shelf'
import type { Shelf } from '@/offline/shelf'
import { WeixinShelf, type WeixinFiles, type WeixinStorage } from '@/offline/weixin-shelf'

export interface Device {
  /** A fresh start of the app on the same device. */
  start(): Shelf
}

let made = 0

export const DEVICES: Record<string, () => Device> = {
  'mini-program': () => {
    const storage = weixinStorage()
    return { start: () => new WeixinShelf(storage) }
  },
  browser: () => {
    made += 1
    const name = `device-${made}`
    return { start: () => new BrowserShelf(name) }
  }
}

/** `wx` as documented: asynchronous by callbacks, values copied, an unknown key or file fails. */
export function weixinStorage(): WeixinStorage & { raw: Map<string, string> } {
  const raw = new Map<string, string>()
  const files = new Map<string, ArrayBuffer>()
  const later = (work: () => void) => void Promise.resolve().then(work)
  const manager: WeixinFiles = {
    writeFile: ({ filePath, data, success }) =>
      later(() => {
        files.set(filePath, data.slice(0))
        success?.(undefined as never)
      }),
    readFile: ({ filePath, success, fail }) =>
      later(() => {
        const data = files.get(filePath)
        if (data) success({ data: data.slice(0) })
        else fail?.({ errMsg: 'readFile:fail no such file' })
      }),
    unlink: ({ filePath, success, fail }) =>
      later(() => {
        if (files.delete(filePath)) success?.(undefined as never)
        else fail?.({ errMsg: 'unlink:fail no such file' })
      }),
    readdir: ({ dirPath, success }) =>
      later(() => success({ files: [...files.keys()].map((path) => path.slice(dirPath.length + 1)) }))
  }
  return {
    raw,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    setStorage: ({ key, data, success }) =>
      later(() => {
        raw.set(key, JSON.stringify(data))
        success?.(undefined as never)
      }),
    getStorage: ({ key, success, fail }) =>
      later(() => {
        const text = raw.get(key)
        if (text === undefined) fail?.({ errMsg: 'getStorage:fail data not found' })
        else success({ data: JSON.parse(text) })
      }),
    removeStorage: ({ key, success }) =>
      later(() => {
        raw.delete(key)
        success?.(undefined as never)
      }),
    getStorageInfoSync: () => ({ keys: [...raw.keys()] }),
    getFileSystemManager: () => manager
  }
}

export class Crash extends Error {}

/** The app dies at the `count`-th touch of the shelf: before the write, or just after it. */
export function dyingShelf(shelf: Shelf, count: number, after: boolean): Shelf {
  let left = count
  return new Proxy(shelf, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        left -= 1
        if (left < 0 || (left === 0 && !after)) throw new Crash()
        const answer = await method.apply(target, args)
        if (left === 0) throw new Crash()
        return answer
      }
    }
  })
}
