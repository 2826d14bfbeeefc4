import { apiBaseByVersion } from '../config.js'

/** What is asked of `wx`; not every client has ext.json, which belongs to mini-programs that a third-party platform runs. */
interface Client {
  getExtConfigSync?: () => Record<string, unknown>
  getAccountInfoSync: () => { miniProgram: { envVersion: keyof typeof apiBaseByVersion } }
}

/** Where our server is. */
export function apiBaseOf(client: Client): string {
  const fromOrganisation = client.getExtConfigSync?.()['apiBase']
  if (typeof fromOrganisation === 'string' && fromOrganisation !== '') return fromOrganisation

  return apiBaseByVersion[client.getAccountInfoSync().miniProgram.envVersion]
}
