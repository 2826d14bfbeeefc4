/** What is wrong with a subscription template and what to do, for an operator to read. */
import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'
import type { TemplateFault } from './template-check.js'

const settingOf = (template: CandidateTemplate): string =>
  `WECHAT_TEMPLATE_${template.toUpperCase().replace(/-/g, '_')}`

export function templateFaultInWords({ kind, template, what }: TemplateFault): { zh: string; en: string } {
  const setting = settingOf(template)
  switch (kind) {
    case 'no-such-template':
      return {
        zh: `${setting}：小程序的订阅消息里没有模板 ${what}，请核对模板 ID`,
        en: `${setting}: the mini-program has no template ${what}; check the id`,
      }
    case 'same-title':
      return {
        zh: `${setting}：标题「${what}」和一起询问的另一个模板相同，手机上只会问前一个，请换一个标题不同的模板`,
        en: `${setting}: its title ${what} is that of another template asked for together, so phones show the first only; take one with another title`,
      }
    case 'left-empty':
      return {
        zh: `${setting}_FIELDS 没有填 ${what}，微信会拒收（47003）；没有合适的内容就写固定文字，如 ${what}:=线上面试`,
        en: `${setting}_FIELDS leaves ${what} empty, which WeChat refuses (47003); where no word of ours fits, write a constant: ${what}:=…`,
      }
    case 'no-such-key':
      return {
        zh: `${setting}_FIELDS 里的 ${what} 不在这个模板里，微信会拒收（47003）`,
        en: `${setting}_FIELDS has ${what}, which the template has not; WeChat refuses that (47003)`,
      }
    case 'unknown-kind':
      return {
        zh: `${setting}_FIELDS 里的 ${what} 是还不认识的类型，请换一个关键词`,
        en: `${setting}_FIELDS has ${what}, a kind that is not known here; pick another keyword`,
      }
    case 'constant-refused':
      return {
        zh: `${setting}_FIELDS 里 ${what} 的固定文字不合这一项的规则（长度、字符，或不在可选项里）`,
        en: `${setting}_FIELDS: the constant of ${what} does not keep its rule (length, characters, or none of its choices)`,
      }
  }
}
