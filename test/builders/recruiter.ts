/** 李静 as a caller of the staff's use cases: she recruits for every position. */
import type { StaffCaller } from '../../server/ports/staff.js'

export const recruiterOf = ({ orgId }: { orgId: string }): StaffCaller => ({
  orgId,
  memberId: 'li-jing',
  userid: 'li-jing',
  name: '李静',
  grants: [{ role: 'recruiter', positionIds: 'all' }],
})
