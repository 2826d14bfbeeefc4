/** A hold ended a decision, and nobody could decide about the person any more. Now it is kept beside the decision, which goes on waiting. */
import { eachRow, type Migration } from './migration.js'

export const holdsGoOnWaiting: Migration = {
  number: 4,
  name: 'holds-go-on-waiting',
  run: (tools) =>
    eachRow(tools, { collection: 'decisions', where: { status: 'decided', verdict: 'hold' } }, async (row) => {
      const hold = { by: row.decidedBy as string, at: row.decidedAt as Date, reason: row.reason as unknown }
      await tools.rows('decisions').updateOne(
        { _id: row._id, status: 'decided', verdict: 'hold' },
        {
          $set: { status: 'waiting', heldAt: hold.at, holds: [hold] },
          $unset: { verdict: 1, decidedAt: 1, decidedBy: 1, reason: 1, next: 1, leaseUntil: 1 },
        },
      )
    }),
}
