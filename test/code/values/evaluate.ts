import ts from 'typescript'
import type { Value } from '../../../src/code/values/value.js'
import { reasonOf } from '../../../src/code/values/values.js'
import { serve } from '../express/serve.js'

/** What the variable `out` of the code stands for: plain data, or a word for what is none. */
export function out(code: string, more: Readonly<Record<string, string>> = {}): unknown {
  const { project } = serve({ 'src/main.ts': code, ...more })
  const { values } = project
  const plain = (value: Value): unknown => {
    if (value.kind === 'literal') return value.value
    if (value.kind === 'array') return value.elements.map((each) => plain(values.evaluate(each)))
    if (value.kind === 'choice') return { either: value.options.map(plain) }
    if (value.kind === 'import') return `${value.module}#${value.name}`
    if (value.kind === 'call') return `${plain(value.callee)}${value.method === undefined ? '' : `.${value.method}`}()`
    if (value.kind === 'unknown') return `unknown: ${reasonOf(value)}`
    const data = values.literal(value)
    return data.known ? data.value : value.kind
  }
  const file = project.files.find((each) => each.fileName.endsWith('main.ts'))
  let found: unknown
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'out' && node.initializer) {
      const [scope] = values.scopesOf(node)
      if (scope) found = plain(values.evaluate({ expression: node.initializer, scope }))
    }
    ts.forEachChild(node, visit)
  }
  if (file) visit(file)
  return found
}
