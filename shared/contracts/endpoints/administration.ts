/** What administrators and auditors call. */
import { ApplicantImportCheck, ApplicantImportView, ImportApplicants } from '../applicant-imports.js'
import { AuditPage, AuditQuery } from '../audit.js'
import { ByFile, DataFileCheck, DataFileForAdmin, DataFileRows, RevisionQuery, SaveDataFile } from '../data-files.js'
import { ById } from '../ids.js'
import { PositionForm } from '../position-form.js'
import { ByUserid, MemberForAdmin, MembersForAdmin, SaveMember } from '../staff.js'
import { ImportWrittenTest, WrittenTestOutcome } from '../written-tests.js'
import { Nothing, type Endpoint } from './endpoint.js'

export const administrationEndpoints = {
  'GET /api/staff/files': {
    summary: 'Positions, question banks, message texts and the organisation',
    auth: 'staff',
    reply: DataFileRows,
  },
  'POST /api/staff/written-tests/check': {
    summary: 'What a file with results of a written test would change, or what is wrong with it; nothing is kept',
    auth: 'staff',
    body: ImportWrittenTest,
    reply: WrittenTestOutcome,
  },
  'POST /api/staff/written-tests': {
    summary: 'Bring in results of a written test, all of a file or nothing; the same again changes nothing',
    auth: 'staff',
    body: ImportWrittenTest,
    reply: WrittenTestOutcome,
  },
  'POST /api/staff/applicant-imports/check': {
    summary: 'How the columns of a file with applicants are read, and every fault in its rows; nothing is kept',
    auth: 'staff',
    body: ImportApplicants,
    reply: ApplicantImportCheck,
  },
  'POST /api/staff/applicant-imports': {
    summary: 'Begin to bring in applicants, when the file has no fault; people who are there already stay as they are',
    auth: 'staff',
    body: ImportApplicants,
    reply: ApplicantImportCheck,
  },
  'GET /api/staff/applicant-imports/:id': {
    summary: 'How far an import of applicants has come',
    auth: 'staff',
    params: ById,
    reply: ApplicantImportView,
  },
  'GET /api/staff/applicant-imports/:id/result': {
    summary: 'What became of each row: text/csv with its number, the outcome and the short code',
    auth: 'staff',
    params: ById,
  },
  'POST /api/staff/files/check': {
    summary: 'Every fault of a file, or what saving it would change',
    auth: 'staff',
    body: SaveDataFile,
    reply: DataFileCheck,
  },
  'GET /api/staff/files/:kind/:fileId': {
    summary: 'A file with its versions',
    auth: 'staff',
    params: ByFile,
    query: RevisionQuery,
    reply: DataFileForAdmin,
  },
  'GET /api/staff/files/:kind/:fileId/yaml': { summary: 'Download the file', auth: 'staff', params: ByFile },
  'PUT /api/staff/files/:kind/:fileId': {
    summary: 'Save a new version over the one it was opened on',
    auth: 'staff',
    params: ByFile,
    body: SaveDataFile,
    reply: DataFileCheck,
  },
  'GET /api/staff/position-form': {
    summary: 'What the form over a position offers: templates and question groups',
    auth: 'staff',
    reply: PositionForm,
  },
  'GET /api/staff/members': { summary: 'Members and their roles', auth: 'staff', reply: MembersForAdmin },
  'PUT /api/staff/members/:userid': {
    summary: 'Add a member, or change name, roles or status',
    auth: 'staff',
    params: ByUserid,
    body: SaveMember,
    reply: MemberForAdmin,
  },
  'POST /api/staff/members/:userid/second-factor/reset': {
    summary: 'Another administrator lost the authenticator: they set up a new one, their sessions end',
    auth: 'staff',
    params: ByUserid,
    reply: Nothing,
  },
  'GET /api/audit': {
    summary: 'Who of the staff read or changed what, newest first; format=csv answers text/csv',
    auth: 'staff',
    query: AuditQuery,
    reply: AuditPage,
  },
} as const satisfies Record<string, Endpoint>
