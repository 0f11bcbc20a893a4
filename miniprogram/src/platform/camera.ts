/** Photographs: chosen or taken, and made small enough for a village network before they are kept. */
import { bytesOf } from '@/platform/files'

const LONGEST_SIDE = 1600

/** Up to `count` pictures as JPEG bytes, none longer than 1600 px; empty when the person changed their mind. */
export async function takePictures(count: number): Promise<ArrayBuffer[]> {
  const paths = await new Promise<string[]>((resolve) => {
    uni.chooseImage({
      count,
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
      success: (got) => resolve([got.tempFilePaths].flat()),
      fail: () => resolve([])
    })
  })
  return Promise.all(paths.map(shrunk))
}

async function shrunk(path: string): Promise<ArrayBuffer> {
  // #ifdef MP-WEIXIN
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
  // #endif
  // #ifndef MP-WEIXIN
  const original = await bytesOf(path)
  const picture = await createImageBitmap(new Blob([original])).catch(() => null)
  if (!picture) return original
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * share)
  canvas.height = Math.round(picture.height * share)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
  return blob ? blob.arrayBuffer() : original
  // #endif
}
