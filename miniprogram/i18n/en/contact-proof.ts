import type { Texts } from '../texts.js'

export const contactProof: Texts['contactProof'] = {
  phone: {
    offered: 'Verify it and we can reach you by SMS too. You can apply without.',
    later: (phone) =>
      `Verify ${phone} and your invitation and result also reach you by SMS; it brings your progress back in another WeChat too.`,
    asked: 'A code was sent to this number. It works for 5 minutes.',
    proved: 'Mobile number verified.',
  },
  email: {
    offered: 'Verify it and we can reach you by e-mail too. You can apply without.',
    later: (email) =>
      `Verify ${email} and your invitation and result also reach you by e-mail, whatever becomes of your number.`,
    asked: 'A code was sent to this address. It works for 5 minutes; have a look among the spam as well.',
    proved: 'E-mail address verified.',
  },
  ask: { phone: 'Send a code', email: 'Mail a code' },
  byWechat: 'Use my WeChat number',
  askAgain: 'Send another',
  code: 'Code',
  codePlaceholder: '6 digits',
}
