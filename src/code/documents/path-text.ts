import { dirname, relative } from 'node:path'
import ts from 'typescript'
import type { Project } from '../project.js'
import type { Reference } from '../values/value.js'

/** A path as text: relative to the folder `from` (itself relative to the root), or to where the server is started. */
export interface PathText {
  readonly text: string
  readonly from: string | null
}

/** What an expression says of a path: a text, or one joined to `__dirname`; undefined where it is not known. */
export function pathTextOf(project: Project, reference: Reference): PathText | undefined {
  const value = project.values.evaluate(reference)
  if (value.kind === 'literal') return typeof value.value === 'string' ? { text: value.value, from: null } : undefined
  const node = value.kind === 'call' || value.kind === 'unknown' ? value.node : reference.expression
  const parts = ts.isExpression(node) ? partsOf(project, { expression: node, scope: reference.scope }) : undefined
  if (parts === undefined) return undefined
  const here = parts.indexOf(folder)
  if (here > 0) return undefined
  const text = parts.slice(here + 1).join('')
  const from = relative(project.root, dirname(node.getSourceFile().fileName)).replaceAll('\\', '/')
  return here === 0 ? { text: text.replace(/^\/+/, ''), from } : { text, from: null }
}

/** Stands for the folder of the file. */
const folder = '\0'

function partsOf(project: Project, { expression, scope }: Reference): readonly string[] | undefined {
  const value = project.values.evaluate({ expression, scope })
  if (value.kind === 'literal') return [String(value.value)]
  if (/^(__dirname|import\.meta\.dirname)$/.test(expression.getText())) return [folder]
  if (/^process\.cwd\(\)$/.test(expression.getText())) return ['./']
  if (ts.isTemplateExpression(expression))
    return joined(
      [
        [expression.head.text],
        ...expression.templateSpans.flatMap((span) => [
          partsOf(project, { expression: span.expression, scope }),
          [span.literal.text],
        ]),
      ],
      '',
    )
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined(
      [expression.left, expression.right].map((side) => partsOf(project, { expression: side, scope })),
      '',
    )
  if (ts.isCallExpression(expression) && /\b(join|resolve)$/.test(expression.expression.getText()))
    return joined(
      expression.arguments.map((argument) => partsOf(project, { expression: argument, scope })),
      '/',
    )
  return undefined
}

/** All parts with what stands between them; undefined where one is not known. Empty texts say nothing. */
function joined(parts: readonly (readonly string[] | undefined)[], between: string): readonly string[] | undefined {
  const known = parts.filter((part) => part !== undefined)
  if (known.length < parts.length) return undefined
  return known
    .flatMap((part, index) => (index === 0 || between === '' ? part : [between, ...part]))
    .filter((part) => part !== '')
}
