/**
 * WeChat or WeCom: the only file that knows there are two (06-miniprogram: `environment` is `wxwork` in WeCom and absent in
 * WeChat; WeCom has neither getAppBaseInfo nor an openid from its own login).
 */
interface ClientInfo {
  fontSizeScaleFactor?: number
  fontSizeSetting?: number
  language?: string
  windowWidth?: number
  windowHeight?: number
}

/** Both clients support wx.login (91506); wx.qy.login would name an employee, and candidates are none. */
export const loginCode = (): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.login({ success: ({ code }) => resolve(code), fail: reject })
  })

export const isWeCom = (wx.getSystemInfoSync() as { environment?: string }).environment === 'wxwork'

export function clientInfo(): ClientInfo {
  if (isWeCom) return wx.getSystemInfoSync()
  const { windowWidth, windowHeight } = wx.getWindowInfo()
  return { ...wx.getAppBaseInfo(), windowWidth, windowHeight }
}
