/** Under a number or an address: a code is sent to it and given back, or WeChat tells its number in one tap. Tells the page `proved`. */
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import {
  asked,
  asking,
  codeTyped,
  isComplete,
  noProof,
  proofFailed,
  proofFor,
  proofView,
  proved,
  rested,
  restMs,
  type ContactKind,
  type ContactProof,
} from './proof-state.js'

const viewOf = (proof: ContactProof, isLater: boolean) => {
  const { text, isLarge, mayUseWechatNumber } = frame()
  return { ...proofView(proof, { text, isLater, mayUseWechatNumber }), layout: isLarge ? 'vertical' : 'horizontal' }
}

const askFor = (kind: ContactKind, contact: string): Promise<unknown> =>
  kind === 'phone'
    ? api.call('POST /api/candidate/phone/code', { body: { phone: contact } })
    : api.call('POST /api/candidate/email/code', { body: { email: contact } })

const give = (kind: ContactKind, contact: string, code: string): Promise<unknown> =>
  kind === 'phone'
    ? api.call('POST /api/candidate/phone/proof', { body: { phone: contact, code } })
    : api.call('POST /api/candidate/email/proof', { body: { email: contact, code } })

Component({
  properties: {
    kind: { type: String, value: 'phone' },
    contact: { type: String, value: '' },
    /** On the page of an application that was sent without. */
    isLater: { type: Boolean, value: false },
    /** Whatever changes when the page is drawn anew. */
    when: { type: String, value: '' },
  },
  data: { ...viewOf(noProof, false), proof: noProof },
  observers: {
    'kind, contact, when'(kind: string, contact: string) {
      this.show(proofFor(this.data.proof, kind as ContactKind, contact))
    },
  },
  methods: {
    onAskCode() {
      const { kind, contact } = this.data.proof
      this.show(asking(this.data.proof))
      void this.askCode(kind, contact)
    },

    onCode(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const proof = codeTyped(this.data.proof, event.detail.value)
      this.show(proof)
      if (!isComplete(proof)) return
      this.show(asking(proof))
      void this.give(proof)
    },

    /** Refused, or not to be had: the code is still there, so nothing is said. */
    onNumber({ detail: { code } }: WechatMiniprogram.CustomEvent<{ code?: string; errno?: number }>) {
      if (!code) return
      this.show(asking(this.data.proof))
      void this.proveByWechat(code)
    },

    async proveByWechat(code: string) {
      const { kind } = this.data.proof
      try {
        const { phone } = await api.call('POST /api/candidate/phone/wechat', { body: { code } })
        const isOther = this.data.isLater && this.data.proof.contact !== phone
        if (isOther) return this.show(proofFailed(this.data.proof, 'wechat-number-other'))
        this.show(proved(proofFor(this.data.proof, kind, phone)))
        this.triggerEvent('proved', { value: phone })
      } catch (error) {
        this.show(proofFailed(this.data.proof, asApiError(error).code))
      }
    },

    async askCode(kind: ContactKind, contact: string) {
      try {
        await askFor(kind, contact)
        this.showFor(contact, asked)
        setTimeout(() => this.show(rested(this.data.proof)), restMs)
      } catch (error) {
        this.showFor(contact, (proof) => proofFailed(proof, asApiError(error).code))
      }
    },

    async give({ kind, contact, code }: ContactProof) {
      try {
        await give(kind, contact, code)
        this.showFor(contact, proved)
        this.triggerEvent('proved', {})
      } catch (error) {
        this.showFor(contact, (proof) => proofFailed(proof, asApiError(error).code))
      }
    },

    /** Number or address may have been changed while the reply was on its way. */
    showFor(contact: string, next: (proof: ContactProof) => ContactProof) {
      const { proof } = this.data
      if (proof.contact === contact) this.show(next(proof))
    },

    show(proof: ContactProof) {
      this.setData(changedKeys(this.data, { ...viewOf(proof, this.data.isLater), proof }))
    },
  },
})
