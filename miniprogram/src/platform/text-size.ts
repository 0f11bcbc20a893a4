/** How large this person reads, as a factor of the usual size: WeChat's text setting, or the browser's. */
import { ref } from 'vue'
import { IN_WEIXIN } from '@/platform/which'

const LARGEST = 1.6

export const textScale = ref(1)

export function readTextSize(): void {
  textScale.value = Math.min(LARGEST, Math.max(1, measured()))
}

function measured(): number {
  if (!IN_WEIXIN) return measuredInBrowser()
  const { fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number }
  return fontSizeScaleFactor ?? (fontSizeSetting ?? 17) / 17
}

function measuredInBrowser(): number {
  const probe = document.createElement('span')
  probe.style.cssText = 'position:absolute;font-size:medium'
  document.body.append(probe)
  const size = parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size / 16
}
