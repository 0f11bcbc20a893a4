/** Whether there is a network: what the phone says, and whether the server answered last time. */
import { ref } from 'vue'
import { onHeard } from '@/api/client'

export const online = ref(true)

const returns = new Set<() => void>()

/** Called each time the network comes back. */
export function onReturn(listener: () => void): void {
  returns.add(listener)
}

export function watchNetwork(): void {
  uni.getNetworkType({ success: ({ networkType }) => set(networkType !== 'none') })
  uni.onNetworkStatusChange(({ isConnected }) => set(isConnected))
  onHeard((heard) => set(heard !== 'silent'))
}

function set(now: boolean): void {
  const back = now && !online.value
  online.value = now
  if (back) for (const listener of returns) listener()
}
