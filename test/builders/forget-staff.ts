import type { ProductServer } from './product-server.js'

/** As after a first start, without the seconds of one. */
export async function forgetStaff({ connection }: ProductServer): Promise<void> {
  const ofStaff = ['members', 'staffsessions', 'signinstates', 'firstadmincodes', 'auditentries']
  await Promise.all(ofStaff.map((name) => connection.collection(name).deleteMany({})))
}
