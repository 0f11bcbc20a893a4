/** Photographs: chosen or taken, and made small enough for a village network before they are kept. */
import { bytesOf } from '@/platform/files'
import { pictureKind } from '@/platform/picture-kind'
import { IN_WEIXIN } from '@/platform/which'

const LONGEST_SIDE = 1600

type Chosen = string | Blob

export interface Taken {
  /** Up to as many as were asked for, none longer than 1600 px; empty when the person changed their mind. */
  pictures: ArrayBuffer[]
  /** How many were chosen that are no photographs we can read. */
  unread: number
}

/** Up to `count` pictures, from the camera or the album. */
export async function takePictures(count: number): Promise<Taken> {
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
  // One at a time: a phone has no room for two hundred at once, and a browser's dialog does not count.
  const taken: Taken = { pictures: [], unread: 0 }
  for (const one of chosen.slice(0, count)) {
    const bytes = await (IN_WEIXIN ? shrunkInWeixin(one as string) : shrunkInBrowser(one as Blob))
    if (pictureKind(bytes)) taken.pictures.push(bytes)
    else taken.unread += 1
  }
  return taken
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
