/** Settings as an installation with real credentials has them, and what a start says of wrong ones. */
import { readConfig } from '../../server/config.js'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'

const inCapitals = (name: string): string => name.toUpperCase().replaceAll('-', '_')
export const faultsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

const everyCredential = Object.fromEntries(
  [
    ...['WECOM_CORP_ID', 'WECOM_APP_SECRET', 'WECOM_GROUP_ID', 'WECOM_GROUP_WEBHOOK_KEY', 'WECOM_BOT_ID'],
    ...['WECOM_BOT_SECRET', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'SMS_SECRET_ID', 'SMS_SECRET_KEY'],
    ...['SMS_SDK_APP_ID', 'SMS_SIGN_NAME'],
    ...Object.keys(sandboxCredentials.wechat.templates).map((name) => `WECHAT_TEMPLATE_${inCapitals(name)}`),
    ...Object.keys(sandboxCredentials.wechat.templateFields).map(
      (name) => `WECHAT_TEMPLATE_${inCapitals(name)}_FIELDS`,
    ),
    ...Object.keys(sandboxCredentials.sms.templates)
      .filter((name) => name !== 'deletion')
      .map((name) => `SMS_TEMPLATE_${inCapitals(name)}`),
  ].map((name) => [name, name.endsWith('_FIELDS') ? 'character_string1:code' : 'x']),
)
export const real = { ...everyCredential, WECOM_AGENT_ID: '1' }
