import { placeText } from '../place.js'
import type { Cause } from '../pretty/cause.js'
import { proofWords } from '../pretty/proof.js'
import { elementName, marks } from '../pretty/words.js'
import { code, plain } from './escape.js'

/** A value that is longer than this is for the JSON report. */
const longestProof = 400

/** One cause as an item of a list. */
export function causeItem({ finding }: Cause): string {
  const { severity, rule, message, fix, proof } = finding
  const element = elementName(finding)
  const document = finding.spec === null ? [] : [`document ${code(placeText(finding.spec))}`]
  const served = finding.code === null ? [] : [`code ${code(placeText(finding.code))}`]
  const value = proof === null ? '' : JSON.stringify(proof.value)
  return [
    `- ${marks[severity]} **${rule}**${element === '' ? '' : ` ${code(element)}`}: ${plain(message)}`,
    `  ${[...document, ...served].join(' · ')}`,
    ...(proof === null || value.length > longestProof
      ? []
      : [`  Proof: ${proofWords(finding, proof)}: ${code(value)}`]),
    `  Fix: ${plain(fix)}`,
  ].join('  \n')
}
