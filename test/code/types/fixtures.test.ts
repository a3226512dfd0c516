import ts from 'typescript'
import { expect, it } from 'vitest'
import { openFixtures } from './program.js'

const names = ['expressions', 'libraries', 'pairs', 'rows', 'shapes', 'wire']

it('the fixtures type check', () => {
  const { program } = openFixtures(...names)
  const found = names.flatMap((name) => {
    const file = program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/fixtures/${name}.ts`))
    return program
      .getSemanticDiagnostics(file)
      .map(({ messageText }) => [name, ts.flattenDiagnosticMessageText(messageText, ' ')])
  })
  expect(found).toEqual([])
})
