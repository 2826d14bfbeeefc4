import { isFields, plainResume } from '../../../miniprogram/resume/plain-resume.js'

/** What a phone sends in, spelled as everywhere else before it is held against the contract. */
export const withPlainResume = (body: unknown): unknown =>
  isFields(body) && 'resume' in body ? { ...body, resume: plainResume(body['resume']) } : body
