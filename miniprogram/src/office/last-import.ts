/** Which import this person handed in last on this device, so that one left can be found again. */
const NAME = 'last-import'

interface Kept {
  owner: string
  id: string
}

export function rememberImport(owner: string, id: string): void {
  uni.setStorageSync(NAME, { owner, id } satisfies Kept)
}

/** Empty when there is none, or when somebody else handed it in. */
export function lastImport(owner: string): string {
  const kept = uni.getStorageSync(NAME) as Kept | ''
  return kept && kept.owner === owner ? kept.id : ''
}
