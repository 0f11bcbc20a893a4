/** A drawn canvas as PNG bytes. */
import { bytesOf } from '@/platform/files'
import { IN_WEIXIN } from '@/platform/which'

export interface PadCanvas {
  width: number
  height: number
  getContext(kind: '2d'): unknown
}

export async function canvasBytes(canvas: PadCanvas, within: unknown): Promise<ArrayBuffer> {
  if (!IN_WEIXIN) return drawnInBrowser(canvas as unknown as HTMLCanvasElement)
  const path = await new Promise<string>((resolve, reject) => {
    wx.canvasToTempFilePath(
      { canvas: canvas as unknown as WechatMiniprogram.IAnyObject, fileType: 'png', success: (got) => resolve(got.tempFilePath), fail: reject },
      within as WechatMiniprogram.Component.TrivialInstance
    )
  })
  return bytesOf(path)
}

async function drawnInBrowser(page: HTMLCanvasElement): Promise<ArrayBuffer> {
  const blob = await new Promise<Blob | null>((resolve) => page.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the canvas gave no picture')
  return blob.arrayBuffer()
}
