/** Files that outlive the app, in the folder that WeChat gives it: 200 MB together with all it keeps. A full phone is an answer, no error. */

export interface Files {
  write(name: string, bytes: ArrayBuffer): Promise<'written' | 'full' | 'failed'>
  /** Nothing where there is no such file: people and WeChat clear them. */
  read(name: string): Promise<ArrayBuffer | undefined>
  remove(name: string): Promise<void>
  names(): Promise<string[]>
}

export const pathOf = (name: string) => `${wx.env.USER_DATA_PATH}/${name}`

export const files: Files = {
  write: (name, data) =>
    new Promise((resolve) => {
      wx.getFileSystemManager().writeFile({
        filePath: pathOf(name),
        data,
        success: () => resolve('written'),
        fail: ({ errMsg }) => resolve(/exceed|limit|space|1300202/i.test(errMsg) ? 'full' : 'failed'),
      })
    }),
  read: (name) =>
    new Promise((resolve) => {
      wx.getFileSystemManager().readFile({
        filePath: pathOf(name),
        success: ({ data }) => resolve(typeof data === 'string' ? undefined : data),
        fail: () => resolve(undefined),
      })
    }),
  remove: (name) =>
    new Promise((resolve) => {
      wx.getFileSystemManager().unlink({ filePath: pathOf(name), complete: () => resolve() })
    }),
  names: () =>
    new Promise((resolve) => {
      wx.getFileSystemManager().readdir({
        dirPath: wx.env.USER_DATA_PATH,
        success: ({ files: found }) => resolve(found),
        fail: () => resolve([]),
      })
    }),
}
