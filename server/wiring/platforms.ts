/** All outside services, behind our ports. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { deliveryReports } from '../adapters/delivery-reports/delivery-reports.js'
import { mailDomainOf, smtpEmail } from '../adapters/email/smtp-email.js'
import { gatewaySms } from '../adapters/sms/gateway-sms.js'
import { headKeeper } from '../adapters/audit-heads/head-keeper.js'
import { mediaFiles } from '../adapters/media-files/media-files.js'
import { mediaS3 } from '../adapters/media-s3/media-s3.js'
import { chatCompletions } from '../adapters/model-scorer/chat-completions.js'
import { transcriber } from '../adapters/transcriber/transcriber.js'
import { tencentSms } from '../adapters/sms/tencent-sms.js'
import { subscriptionMessenger } from '../adapters/wechat/subscription-messenger.js'
import { findTemplateFaults } from '../adapters/wechat/template-check.js'
import { templateFaultInWords } from '../adapters/wechat/template-fault-words.js'
import { urlLinks } from '../adapters/wechat/url-link.js'
import { wechatClient } from '../adapters/wechat/wechat-client.js'
import { wechatIdentity } from '../adapters/wechat/wechat-identity.js'
import { wechatNumber } from '../adapters/wechat/wechat-number.js'
import { appMessages } from '../adapters/wecom/app-messages.js'
import { wecomCallback } from '../adapters/wecom/callback-crypto.js'
import { groupWebhook } from '../adapters/wecom/group-webhook.js'
import { wecomMembers } from '../adapters/wecom/member-identity.js'
import { pageSigner } from '../adapters/wecom/page-signature.js'
import { smartBot } from '../adapters/wecom/smart-bot.js'
import { wecomClient } from '../adapters/wecom/wecom-client.js'
import type { Config } from '../config.js'
import type { Logger } from '../log.js'
import type { Clock } from '../ports/clock.js'
import type { PlatformTokenStore } from '../ports/platform-tokens.js'

interface Needs {
  config: Config
  platformTokens: PlatformTokenStore
  clock: Clock
  log?: Pick<Logger, 'info' | 'warn'>
  /** How long WeChat, WeCom and the SMS service may take for one call; usually as long as their adapters say. */
  timeoutMs?: number
}

const silent = { info() {}, warn() {} }

export type Platforms = ReturnType<typeof openPlatforms>

export function openPlatforms({ config, platformTokens, clock, log = silent, timeoutMs }: Needs) {
  const { wecom, wechat, sms, email } = config
  const random = Math.random
  const patience = timeoutMs === undefined ? {} : { timeoutMs }
  const patienceForSms = timeoutMs === undefined ? {} : { timeoutSeconds: timeoutMs / 1_000 }
  const caller = { tokens: platformTokens, clock, random, ...patience }
  const client = wechatClient({
    baseUrl: wechat.baseUrl,
    appId: wechat.appId,
    appSecret: wechat.appSecret,
    ...caller,
  })

  const app = wecomClient({
    baseUrl: wecom.baseUrl,
    corpId: wecom.corpId,
    appSecret: wecom.appSecret,
    ...caller,
  })

  return {
    headKeeper: config.auditHeadsTo === undefined ? undefined : headKeeper({ to: config.auditHeadsTo, clock }),
    /** The app's own API, for whatever else talks to WeCom as this app. */
    wecom: app,
    staffMessenger: appMessages({ client: app, agentId: wecom.agentId }),
    members: wecomMembers({ client: app, ...wecom }),
    pageSigner: pageSigner({ client: app, corpId: wecom.corpId, tokens: platformTokens, clock }),
    identity: wechatIdentity({ client }),
    wechatNumber: wechat.phoneNumber === 'on' ? wechatNumber({ client, appId: wechat.appId }) : undefined,
    subscriptionMessenger: subscriptionMessenger({
      client,
      templateIds: wechat.templateIds,
      templateFields: wechat.templateFields,
      release: wechat.release,
    }),
    /** In words, for an operator; empty when all is well. */
    async templateFaults() {
      return (await findTemplateFaults(client, wechat)).map(templateFaultInWords)
    },
    links: urlLinks({ client, clock, release: wechat.release }),
    sms: sms.gateway
      ? gatewaySms({ ...sms.gateway, ...patienceForSms, newId: randomUUID })
      : tencentSms({ ...sms.tencent, ...patienceForSms }),
    email: email && smtpEmail(email),
    mediaStore: config.mediaBucket ? mediaS3(config.mediaBucket) : mediaFiles(join(config.dataDir, 'media')),
    modelScorer: config.model && chatCompletions(config.model),
    transcriber: config.transcriber && transcriber(config.transcriber),
    platformReports:
      config.deliveryReportKey === undefined
        ? undefined
        : deliveryReports({ key: config.deliveryReportKey, mailDomain: email && mailDomainOf(email) }),
    platformCallback: wecom.callback && wecomCallback({ ...wecom.callback, receiverId: wecom.corpId, clock }),
    bot: wecom.bot && smartBot({ ...wecom.bot, clock, elapsedMs: () => performance.now(), log }),
    group: groupWebhook({
      baseUrl: wecom.baseUrl,
      keys: { [wecom.groupId]: wecom.groupWebhookKey },
      clock,
      random,
      ...patience,
    }),
  }
}
