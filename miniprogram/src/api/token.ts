/** The session token: the device keeps the only copy; it goes into a header and nowhere else. */
const KEY = 'session-token'

export function readToken(): string {
  return (uni.getStorageSync(KEY) as string) || ''
}

export function keepToken(token: string): void {
  uni.setStorageSync(KEY, token)
}

export function dropToken(): void {
  uni.removeStorageSync(KEY)
}
