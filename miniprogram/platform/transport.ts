/** wx.request as a promise. Only here a request meets the network, and only here `errMsg` is read. */
import { requestTimeoutMs } from '../config.js'
import { ApiError } from '../services/api-error.js'
import type { Transport } from '../services/api.js'

/** The address is asked for at each request: ext.json may be read only after the app's code. */
export const wxTransport = (baseUrl: () => string): Transport => ({
  send: ({ method, path, header, body, timeoutMs = requestTimeoutMs }) =>
    new Promise((resolve, reject) => {
      wx.request({
        url: baseUrl() + path,
        method,
        header,
        timeout: timeoutMs,
        ...(body === undefined ? {} : { data: body as WechatMiniprogram.IAnyObject | ArrayBuffer }),
        success: ({ statusCode, data }) => resolve({ status: statusCode, body: data }),
        fail: ({ errMsg }) => reject(new ApiError(/timeout/i.test(errMsg) ? 'timeout' : 'offline', 0)),
      })
    }),
})
