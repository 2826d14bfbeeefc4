import type { Clock } from '../../ports/clock.js'
import type { Delivery, Notifications } from '../notifications/index.js'
import type { Invitation } from './invitation.js'
import type { InvitationChange, InvitationStore } from './invitation-store.js'
