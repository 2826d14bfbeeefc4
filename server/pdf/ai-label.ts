/**
 * The implicit label of AI-generated content (C12): 《人工智能生成合成内容标识办法》 and GB 45438-2025, annex E. In a PDF it stands in the
 * document information under the key AIGC, and in the XMP packet under the name space of TC260-PG-20258A.
 */
import type { AiLabel } from './pdf-spec.js'

/** 1: it is generated; 2 and 3 are for those who only suppose it. */
const generated = '1'
const nameSpace = 'http://www.tc260.org.cn/ns/AIGC/1.0/'

export const labelField = ({ producer, id }: AiLabel): string =>
  JSON.stringify({
    Label: generated,
    ContentProducer: producer,
    ProduceID: id,
    ReservedCode1: '',
    ContentPropagator: producer,
    PropagateID: id,
    ReservedCode2: '',
  })

export const labelXml = (label: AiLabel): string => `
        <rdf:Description rdf:about="" xmlns:TC260="${nameSpace}">
            <TC260:AIGC>${inXml(labelField(label))}</TC260:AIGC>
        </rdf:Description>
        `

/** pdfkit writes the document information into the XMP packet as it is. */
export const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
