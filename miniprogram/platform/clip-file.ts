/** The file that WeChat makes of a clip: read in parts, since a phone has no room for all of it twice, and removed. */
import { clipPieceBytes } from '../config.js'

export interface ClipFiles {
  /** Nothing where it is empty or cannot be read. */
  read(filePath: string): Promise<ArrayBuffer[] | undefined>
  remove(filePath: string): void
}

const sizeOf = (filePath: string) =>
  new Promise<number>((resolve) => {
    wx.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: () => resolve(0) })
  })

const partOf = (filePath: string, position: number, length: number) =>
  new Promise<ArrayBuffer | undefined>((resolve) => {
    wx.getFileSystemManager().readFile({
      filePath,
      position,
      length,
      success: ({ data }) => resolve(typeof data === 'string' ? undefined : data),
      fail: () => resolve(undefined),
    })
  })

export const clipFiles: ClipFiles = {
  async read(filePath) {
    const size = await sizeOf(filePath)
    const parts: ArrayBuffer[] = []
    for (let position = 0; position < size; position += clipPieceBytes) {
      const part = await partOf(filePath, position, Math.min(clipPieceBytes, size - position))
      if (!part) return undefined
      parts.push(part)
    }
    return parts.length === 0 ? undefined : parts
  },
  remove(filePath) {
    wx.getFileSystemManager().unlink({ filePath, fail: () => undefined })
  },
}
