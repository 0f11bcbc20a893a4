/** SHA-256 in hex: by the browser where it may (secure contexts), else in plain JavaScript, as in the mini-program. */
import { sha256 } from '@noble/hashes/sha2.js'
import { IN_WEIXIN } from '@/platform/which'

export async function digest(bytes: ArrayBuffer): Promise<string> {
  const native = !IN_WEIXIN && crypto.subtle
  const hash = native ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : sha256(new Uint8Array(bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
