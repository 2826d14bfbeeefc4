/** The tokens of links, under a key that only this run knows. */
import { createHash, randomBytes } from 'node:crypto'
import { linkToken, type Invitation } from '../../server/features/invitations/index.js'

const key = randomBytes(32)

export const testLinkTokens = {
  tokenOf: (invitation: Pick<Invitation, 'id' | 'orgId' | 'linkVersion'>) => linkToken(key, invitation),
  hashOf: (token: string) => createHash('sha256').update(token).digest('hex'),
}
