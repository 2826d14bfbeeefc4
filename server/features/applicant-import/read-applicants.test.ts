import { expect } from 'chai'
import type { ColumnUse } from '../../../shared/contracts/applicant-imports.js'
import { headingsText, usesByName } from './columns.js'
import { applicantReader, faultOfTable } from './read-applicants.js'

const table = (text: string) => text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split(',') }))
const head = '姓名,手机号,学历,毕业院校,专业,工作年限'

function read(text: string, uses?: ColumnUse[]) {
  const [first, ...rows] = table(text)
  const reader = applicantReader(first!, uses ?? usesByName(first!.cells))
  const found = rows.map(reader)
  return {
    applicants: found.flatMap(({ applicant }) => (applicant ? [applicant] : [])),
    faults: found.flatMap(({ faults }) => faults.map(({ line, column, message }) => `${line}:${column} ${message.zh}`)),
  }
}

describe('the columns of a file with applicants', () => {
  it('are known by their names in both languages, however they are spelled', () => {
    expect(usesByName(['姓名*', ' 联系电话', '最高学历', 'University', 'MAJOR', '工作年限（年）'])).to.deep.equal([
      'name',
      'phone',
      'degree',
      'school',
      'major',
      'yearsOfExperience',
    ])
  })

  it('leave out what nobody asks for, an identity number above all, and the second of two', () => {
    expect(usesByName(['身份证号', '手机', '联系电话', '民族'])).to.deep.equal([
      'left-out',
      'phone',
      'left-out',
      'left-out',
    ])
  })

  it('make the same form of a file when they are the same in the same order', () => {
    expect(headingsText(['姓名', '手机 号'])).to.equal(headingsText(['姓名：', '手机  号*']))
    expect(headingsText(['姓名', '手机'])).not.to.equal(headingsText(['手机', '姓名']))
  })
})

describe('a file with applicants', () => {
  it('is one person a line, spelled as what comes from the phone', () => {
    const text = [
      `${head},邮箱,证书,毕业时间,工作单位,职位,入职时间,离职时间`,
      '王 小明,+86 138-0013-8000,本科,江南财经大学,金融学,3年,ｗang@example.com,会计证、基金从业,2026年6月,江南银行,柜员,2024/7,至今',
    ].join('\n')

    expect(read(text)).to.deep.equal({
      applicants: [
        {
          line: 2,
          resume: {
            name: '王小明',
            phone: '13800138000',
            email: 'wang@example.com',
            selfIntroduction: undefined,
            education: { degree: 'bachelor', school: '江南财经大学', major: '金融学', graduatedIn: '2026-06' },
            yearsOfExperience: 3,
            certificates: ['会计证', '基金从业'],
            experiences: [{ organisation: '江南银行', role: '柜员', from: '2024-07' }],
          },
        },
      ].map(({ line, resume: { selfIntroduction: _none, ...resume } }) => ({ line, resume })),
      faults: [],
    })
  })

  it('is told every fault of every row by line and column', () => {
    const text = [
      head,
      ',1380013800,小学,江南财经大学,,sixty',
      '李雷,13900139000,硕士,江南大学,会计,0',
      '韩梅梅,13900139000,硕士,江南大学,会计,0',
      '赵六,13700137000,硕士,江南大学,会计,0,多出来的',
    ].join('\n')

    expect(read(text).faults).to.deep.equal([
      '2:1 姓名没有填。',
      '2:2 手机号不对。',
      '2:3 学历看不懂。',
      '2:5 专业没有填。',
      '2:6 工作年限不是 0 到 50 的数。',
      '4:2 和第 3 行是同一个手机号。',
      '5:7 这一行比列名多出内容。',
    ])
    expect(read(text).applicants.map(({ line }) => line)).to.deep.equal([3])
  })

  it('drops no date of a job without a company in silence', () => {
    const text = [`${head},入职时间`, '李雷,13900139000,硕士,江南大学,会计,0,2024-07'].join('\n')

    expect(read(text).faults).to.deep.equal(['2:1 工作单位没有填。', '2:1 职位没有填。'])
  })

  it('is refused as a whole for its columns or its length, and for nothing in it', () => {
    const whole = (text: string, uses?: ColumnUse[]) => {
      const lines = table(text)
      return faultOfTable(lines, uses ?? usesByName(lines[0]!.cells))
    }

    expect(whole(head)?.message.zh).to.equal('文件里没有应聘者。')
    expect(whole('姓名,手机号\n王小明,13800138000')?.message).to.deep.equal({
      zh: '缺少列：学历、学校、专业、工作年限。',
      en: 'Missing column: degree, school, major, years of experience.',
    })
    expect(whole('a,b\n1,2', ['name', 'name'])).to.include({ line: 1, column: 2 })
    expect(whole([head, ...Array.from({ length: 5_001 }, () => 'x')].join('\n'))?.line).to.equal(5_002)
    expect(whole(`${head}\n王小明,13800138000`)).to.equal(undefined)
  })
})
