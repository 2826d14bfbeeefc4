/** Every channel to a candidate; the contract's `candidateChannels` is the order in which they are asked. */
import { candidateChannels, type CandidateChannelName } from '../../../../../shared/contracts/notifications.js'
import type { CandidateChannel } from './candidate-channel.js'
import { smsChannel } from './sms/sms-channel.js'
import { subscriptionChannel } from './subscription/subscription-channel.js'

export const channelNamed: Record<CandidateChannelName, CandidateChannel> = {
  subscription: subscriptionChannel,
  sms: smsChannel,
}

export const channelsInOrder = candidateChannels.map((name) => ({ name, channel: channelNamed[name] }))

export const isToCandidate = (name: string): name is CandidateChannelName => Object.hasOwn(channelNamed, name)
