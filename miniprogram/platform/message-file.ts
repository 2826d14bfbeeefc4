/** A file that the candidate picks from a chat: WeChat offers no other way to a document (wx.chooseMessageFile). */

export type PickedFile =
  | { kind: 'picked'; name: string; bytes: number; content: string }
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
      encoding: 'utf8',
      success: ({ data }) => resolve({ kind: 'picked', name, bytes: size, content: String(data) }),
      fail: () => resolve({ kind: 'unreadable' }),
    })
  })
}
