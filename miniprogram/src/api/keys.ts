/** Client-made UUIDs (version 4): one per act, so that an act repeated after a lost answer is applied once. */

import { IN_WEIXIN } from '@/platform/which'

export async function newKey(): Promise<string> {
  const bytes = await randomBytes(16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

async function randomBytes(length: number): Promise<Uint8Array> {
  if (!IN_WEIXIN) return crypto.getRandomValues(new Uint8Array(length))
  const answer = await new Promise<ArrayBuffer>((resolve, reject) => {
    wx.getRandomValues({ length, success: (got) => resolve(got.randomValues), fail: reject })
  })
  return new Uint8Array(answer)
}
