import type { Part } from '../../../src/model/finding.js'
import { type Expected, expect } from '../mutant.js'

const parts: readonly Part[] = ['endpoint', 'path', 'query', 'header', 'cookie', 'request', 'response', 'security']

/** Reads `rule|rule METHOD /path part status pointer`. */
export function expectedOf(line: string): Expected {
  const [rules = '', method = '', path = '', word = '', status = '-', pointer = '-'] = line.split(' ')
  const part = parts.find((one) => one === word)
  if (part === undefined) throw new Error(`no part of an exchange: ${line}`)
  const [first = '', ...others] = rules.split('|')
  const place = { method, path, part, status: status === '-' ? null : status, pointer: pointer === '-' ? '' : pointer }
  return expect(place, first, ...others)
}
