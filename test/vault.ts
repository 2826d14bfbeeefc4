/** A vault for store tests, with a key of its own. */
import { randomBytes } from 'node:crypto'
import type { Connection } from 'mongoose'
import { keyRing } from '../server/mongo/key-ring.js'
import { vault, type Vault } from '../server/mongo/vault.js'

export const testVault = (connection: Connection): Vault => vault(connection, keyRing(randomBytes(32)))
