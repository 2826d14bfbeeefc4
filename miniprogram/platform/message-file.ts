/** A file that the candidate picks from a chat: WeChat offers no other way to a document (wx.chooseMessageFile). */

export type PickedFile =
  | { kind: 'picked'; name: string; bytes: ArrayBuffer }
  | { kind: 'too-large'; name: string }
  | { kind: 'cancelled' }
  | { kind: 'unreadable' }

export function pickJsonFile(mostBytes: number): Promise<PickedFile> {
  return new Promise((resolve) => {
    wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['json'],
      success: ({ tempFiles: [file] }) => resolve(file ? readPicked(file, mostBytes) : { kind: 'cancelled' }),
      fail: ({ errMsg }) => resolve({ kind: /cancel/.test(errMsg) ? 'cancelled' : 'unreadable' }),
    })
  })
}

function readPicked(
  { path, name, size }: { path: string; name: string; size: number },
  mostBytes: number,
): Promise<PickedFile> | PickedFile {
  if (size > mostBytes) return { kind: 'too-large', name }

  return new Promise((resolve) => {
    wx.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) =>
        resolve(typeof data === 'string' ? { kind: 'unreadable' } : { kind: 'picked', name, bytes: data }),
      fail: () => resolve({ kind: 'unreadable' }),
    })
  })
}
