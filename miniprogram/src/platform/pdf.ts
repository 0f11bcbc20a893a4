/** Shows a PDF with whatever the platform reads PDFs with. */
import { pathFor } from '@/platform/files'
import { IN_WEIXIN } from '@/platform/which'

/** Resolves once it is on the screen, or offered for download where the browser shows none. */
export async function showPdf(bytes: ArrayBuffer, name = '委托照顾协议.pdf'): Promise<true> {
  const path = await pathFor(bytes, 'application/pdf')
  if (IN_WEIXIN) await uni.openDocument({ filePath: path, fileType: 'pdf' })
  else open(path, name)
  return true
}

function open(path: string, name: string): void {
  const link = document.createElement('a')
  link.href = path
  link.target = '_blank'
  link.download = name
  link.click()
}
