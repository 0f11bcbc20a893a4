/** Photographs: chosen or taken, and made small enough for a village network before they are kept. */
import { bytesOf } from '@/platform/files'
import { IN_WEIXIN } from '@/platform/which'

const LONGEST_SIDE = 1600

type Chosen = string | Blob

/** Up to `count` pictures as JPEG bytes, none longer than 1600 px; empty when the person changed their mind. */
export async function takePictures(count: number): Promise<ArrayBuffer[]> {
  const chosen = await new Promise<Chosen[]>((resolve) => {
    uni.chooseImage({
      count,
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
      success: (got) => {
        resolve(IN_WEIXIN ? [got.tempFilePaths].flat() : ([got.tempFiles].flat() as Blob[]))
      },
      fail: () => resolve([])
    })
  })
  return Promise.all(
    chosen.map((one) => (IN_WEIXIN ? shrunkInWeixin(one as string) : shrunkInBrowser(one as Blob)))
  )
}

async function shrunkInWeixin(path: string): Promise<ArrayBuffer> {
  const small = await new Promise<string>((resolve) => {
    wx.compressImage({
      src: path,
      quality: 80,
      compressedWidth: LONGEST_SIDE,
      success: (got) => resolve(got.tempFilePath),
      fail: () => resolve(path)
    })
  })
  return bytesOf(small)
}

async function shrunkInBrowser(original: Blob): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(original).catch(() => null)
  if (!picture) return original.arrayBuffer()
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * share)
  canvas.height = Math.round(picture.height * share)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
  return (blob ?? original).arrayBuffer()
}
