/** Bytes and paths: what the camera, the drawing pad and the server give, in the form each platform can show. */

/** The bytes behind a path that a picture chooser, a canvas or `pathFor` gave. */
export async function bytesOf(path: string): Promise<ArrayBuffer> {
  // #ifdef MP-WEIXIN
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath: path,
      success: (got) => resolve(got.data as ArrayBuffer),
      fail: reject
    })
  })
  // #endif
  // #ifndef MP-WEIXIN
  return (await fetch(path)).arrayBuffer()
  // #endif
}

let made = 0

/** A path under which an <image> can show `bytes` until the app ends. */
export async function pathFor(bytes: ArrayBuffer, type: 'image/jpeg' | 'image/png' | 'application/pdf'): Promise<string> {
  // #ifdef MP-WEIXIN
  made += 1
  const path = `${wx.env.USER_DATA_PATH}/shown-${made}.${type.split('/')[1]}`
  await new Promise<void>((resolve, reject) => {
    wx.getFileSystemManager().writeFile({ filePath: path, data: bytes, success: () => resolve(), fail: reject })
  })
  return path
  // #endif
  // #ifndef MP-WEIXIN
  made += 1
  return URL.createObjectURL(new Blob([bytes], { type }))
  // #endif
}
