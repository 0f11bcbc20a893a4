/** Bytes and paths: what the camera, the drawing pad and the server give, in the form each platform can show. */

import { IN_WEIXIN } from '@/platform/which'

/** The bytes of a file of the mini-program: a chosen picture, a drawn canvas. */
export function bytesOf(path: string): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath: path,
      success: (got) => resolve(got.data as ArrayBuffer),
      fail: reject
    })
  })
}

let made = 0

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ENDINGS = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'application/pdf': 'pdf', [XLSX]: 'xlsx' }

/** A path under which an <image> can show `bytes` until the app ends. */
export async function pathFor(bytes: ArrayBuffer, type: keyof typeof ENDINGS): Promise<string> {
  if (!IN_WEIXIN) return URL.createObjectURL(new Blob([bytes], { type }))
  made += 1
  const path = `${wx.env.USER_DATA_PATH}/shown-${made}.${ENDINGS[type]}`
  await new Promise<void>((resolve, reject) => {
    wx.getFileSystemManager().writeFile({ filePath: path, data: bytes, success: () => resolve(), fail: reject })
  })
  return path
}
