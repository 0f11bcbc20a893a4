/** Spreadsheets of this device: chosen to be handed in, or received and kept. */
import { bytesOf, pathFor, XLSX } from '@/platform/files'
import { IN_WEIXIN } from '@/platform/which'

export interface Sheet {
  name: string
  bytes: ArrayBuffer
}

/** The .xlsx or .csv the person chose; null when they changed their mind. */
export function chooseSheet(): Promise<Sheet | null> {
  return IN_WEIXIN ? chooseInWeixin() : chooseInBrowser()
}

/** Hands the spreadsheet over: saved under `name` by a browser, opened by WeChat. */
export async function keepSheet(bytes: ArrayBuffer, name: string): Promise<true> {
  const path = await pathFor(bytes, XLSX)
  if (IN_WEIXIN) {
    await uni.openDocument({ filePath: path, fileType: 'xlsx', showMenu: true })
    return true
  }
  const link = document.createElement('a')
  link.href = path
  link.download = name
  link.click()
  return true
}

async function chooseInWeixin(): Promise<Sheet | null> {
  const chosen = await new Promise<{ name: string; path: string } | undefined>((resolve) => {
    wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx', 'csv'],
      success: ({ tempFiles }) => resolve(tempFiles[0]),
      fail: () => resolve(undefined)
    })
  })
  return chosen ? { name: chosen.name, bytes: await bytesOf(chosen.path) } : null
}

function chooseInBrowser(): Promise<Sheet | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.xlsx,.csv'
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', async () => {
      const file = input.files?.[0]
      resolve(file ? { name: file.name, bytes: await file.arrayBuffer() } : null)
    })
    input.click()
  })
}
