/** MongoDB 6 and later: older ones refuse indexes over a part of the documents chosen by `$in` (manual, core/index-partial). */
import type { Connection } from 'mongoose'
import { oldServer } from './refused-start.js'

export const oldestServer = 6

export interface ServerVersion {
  version: string
  versionArray: readonly number[]
}

/** The embedded store says 7. */
export async function serverVersion(connection: Connection): Promise<ServerVersion> {
  return (await connection.db!.admin().command({ buildInfo: 1 })) as unknown as ServerVersion
}

export const isOld = ({ versionArray: [major = 0] }: ServerVersion): boolean => major < oldestServer

/** @throws AppError start-refused, in words. */
export function refuseOld(server: ServerVersion): void {
  if (isOld(server)) throw oldServer(server.version, oldestServer)
}
