/**
 * WeChat or WeCom: the only file that knows there are two (06-miniprogram: `environment` is `wxwork` in WeCom and absent in
 * WeChat; WeCom has neither getAppBaseInfo nor an openid from its own login).
 */
interface WeComApi {
  login(options: { success: (reply: { code: string }) => void; fail: (error: unknown) => void }): void
}

declare const wx: WechatMiniprogram.Wx & { qy?: WeComApi }

interface ClientInfo {
  fontSizeScaleFactor?: number
  fontSizeSetting?: number
  language?: string
}

/** Both clients answer wx.login (91506); wx.qy.login would name an employee, and candidates are none. */
export const loginCode = (): Promise<string> =>
  new Promise((resolve, reject) => { wx.login({ success: ({ code }) => resolve(code), fail: reject }) })

export const isWeCom = (): boolean => wx.qy !== undefined

export function clientInfo(): ClientInfo {
  return isWeCom() ? (wx.getSystemInfoSync() as unknown as ClientInfo) : (wx.getAppBaseInfo() as unknown as ClientInfo)
}
