/** The columns of a file with applicants: what each is used for, by its heading or as somebody chose. Pure. */
import {
  applicantFields,
  leftOut,
  type ApplicantField,
  type ColumnUse,
} from '../../../shared/contracts/applicant-imports.js'

/** Headings of the systems that banks export from, in both languages. */
const names: Record<ApplicantField, readonly string[]> = {
  name: ['姓名', '名字', '应聘者姓名', '候选人姓名', '考生姓名', 'name', 'full name', 'candidate name'],
  phone: [
    '手机号',
    '手机',
    '手机号码',
    '移动电话',
    '联系电话',
    '电话',
    'phone',
    'mobile',
    'phone number',
    'mobile number',
  ],
  email: ['邮箱', '电子邮箱', '邮件', '电子邮件', 'email', 'e-mail', 'mail', 'email address'],
  degree: ['学历', '最高学历', '学位', '最高学位', 'degree', 'education'],
  school: ['学校', '毕业院校', '毕业学校', '院校', '院校名称', '学校名称', 'school', 'university', 'college'],
  major: ['专业', '所学专业', '专业名称', 'major', 'field of study'],
  graduatedIn: ['毕业时间', '毕业年月', '毕业日期', '毕业年份', 'graduated in', 'graduation', 'graduation date'],
  yearsOfExperience: ['工作年限', '从业年限', '工作经验', '工作年限(年)', 'years of experience', 'experience', 'years'],
  certificates: ['证书', '资格证书', '职业资格', '持有证书', 'certificates', 'certifications'],
  organisation: [
    '工作单位',
    '单位',
    '公司',
    '现工作单位',
    '最近工作单位',
    'company',
    'organisation',
    'organization',
    'employer',
  ],
  role: ['职位', '岗位', '职务', '担任职务', 'role', 'title', 'job title'],
  from: ['入职时间', '开始时间', '开始日期', 'from', 'start date', 'start'],
  to: ['离职时间', '结束时间', '结束日期', 'to', 'end date', 'end'],
  selfIntroduction: ['自我介绍', '自我评价', '个人简介', 'self introduction', 'about', 'summary'],
}

/** Of a list of objects: our own résumé, and https://jsonresume.org/schema. */
const paths: Partial<Record<ApplicantField, readonly string[]>> = {
  name: ['basics.name'],
  phone: ['basics.phone'],
  email: ['basics.email'],
  degree: ['education.degree', 'education.0.studytype'],
  school: ['education.school', 'education.0.institution'],
  major: ['education.major', 'education.0.area'],
  graduatedIn: ['education.graduatedin', 'education.0.enddate'],
  yearsOfExperience: ['yearsofexperience'],
  organisation: ['experiences.0.organisation', 'work.0.name', 'work.0.company'],
  role: ['experiences.0.role', 'work.0.position'],
  from: ['experiences.0.from', 'work.0.startdate'],
  to: ['experiences.0.to', 'work.0.enddate'],
  selfIntroduction: ['selfintroduction', 'basics.summary'],
}

/** Without them there is no application. */
export const neededFields = ['name', 'phone', 'degree', 'school', 'major', 'yearsOfExperience'] as const

/** The first name of a field in each language, for telling what is missing. */
export const calledIn = (field: ApplicantField) => ({
  zh: names[field][0]!,
  en: names[field].find((one) => /^[a-z]/.test(one))!,
})

/** Width, case, blanks and marks that a form puts behind what is required do not matter. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[*:：]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** By the names that people give them; a second column of the same is left out, and so is what nobody asks for. */
export function usesByName(headings: readonly string[]): ColumnUse[] {
  const taken = new Set<ApplicantField>()
  return headings.map((heading) => {
    const plain = plainHeading(heading)
    const field = applicantFields.find((one) => !taken.has(one) && isCalled(one, plain))
    if (field) taken.add(field)
    return field ?? leftOut
  })
}

const isCalled = (field: ApplicantField, plain: string): boolean =>
  names[field].includes(plain) || (paths[field]?.includes(plain) ?? false)

export const missingFields = (uses: readonly ColumnUse[]): ApplicantField[] =>
  neededFields.filter((one) => !uses.includes(one))

/** The first column that is chosen for what an earlier one is used for already. */
export const usedTwice = (uses: readonly ColumnUse[]): number =>
  uses.findIndex((use, at) => use !== leftOut && uses.indexOf(use) !== at)

/** Names a form of file: the same columns in another order are another one, since the choice is kept by place. */
export const headingsText = (headings: readonly string[]): string => headings.map(plainHeading).join('\n')
