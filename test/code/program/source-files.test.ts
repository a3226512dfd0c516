import ts from 'typescript'
import { expect, it } from 'vitest'
import { nextSourceFiles } from '../../../src/code/program/source-files.js'

const options = { languageVersion: ts.ScriptTarget.ES2022 }
const declared = '/node_modules/shared/index.d.ts'
const code = '/node_modules/shared/index.ts'
const text = 'export declare const name: string'

it('hands the declarations that the last program read to the next', () => {
  const first = nextSourceFiles().get(declared, options, () => text)
  expect(nextSourceFiles().get(declared, options, () => text)).toBe(first)
})

it('parses a declaration file again that has changed since', () => {
  const first = nextSourceFiles().get(declared, options, () => text)
  const second = nextSourceFiles().get(declared, options, () => `${text}[]`)
  expect(second).not.toBe(first)
  expect(second?.text).toBe(`${text}[]`)
})

it('forgets what the last program did not read', () => {
  const first = nextSourceFiles().get(declared, options, () => text)
  nextSourceFiles()
  expect(nextSourceFiles().get(declared, options, () => text)).not.toBe(first)
})

it('knows a file that is gone as gone', () => {
  nextSourceFiles().get(declared, options, () => text)
  expect(nextSourceFiles().get(declared, options, () => undefined)).toBeUndefined()
})

it('parses code of dependencies for each program: it is bound under the options of one', () => {
  const first = nextSourceFiles().get(code, options, () => text)
  expect(nextSourceFiles().get(code, options, () => text)).not.toBe(first)
})
