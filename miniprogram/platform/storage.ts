/** What the phone keeps. A full or broken storage must not stop an interview: what cannot be kept is simply not kept. */
const prefix = 'xiaozhao:'

export const storage = {
  read<T>(key: string): T | undefined {
    try {
      const value: unknown = wx.getStorageSync(prefix + key)
      return value === '' ? undefined : (value as T)
    } catch {
      return undefined
    }
  },
  write(key: string, value: unknown): void {
    try {
      if (value === undefined) wx.removeStorageSync(prefix + key)
      else wx.setStorageSync(prefix + key, value)
    } catch {
      // Storage is a safety net under the server's copy.
    }
  },
}

export const slot = <T>(key: string) => ({
  read: () => storage.read<T>(key),
  write: (value: T | undefined) => storage.write(key, value),
})
