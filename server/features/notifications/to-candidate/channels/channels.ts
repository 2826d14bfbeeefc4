/** Every channel to a candidate. Which are asked, and in which order, is the organisation's to say. */
import { candidateChannels, type CandidateChannelName } from '../../../../../shared/contracts/notifications.js'
import type { CandidateChannel } from './candidate-channel.js'
import { emailChannel } from './email/email-channel.js'
import { smsChannel } from './sms/sms-channel.js'
import { subscriptionChannel } from './subscription/subscription-channel.js'

export const channelNamed: Record<CandidateChannelName, CandidateChannel> = {
  subscription: subscriptionChannel,
  email: emailChannel,
  sms: smsChannel,
}

export const allChannels = candidateChannels.map((name) => ({ name, channel: channelNamed[name] }))

export const isToCandidate = (name: string): name is CandidateChannelName => Object.hasOwn(channelNamed, name)
