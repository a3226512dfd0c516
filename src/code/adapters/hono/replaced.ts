import ts from 'typescript'
import type { Endpoint } from '../../../model/endpoint.js'
import { functionsIn } from '../../handlers/targets.js'
import { contains } from '../../program/contains.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'

/** `c.res = new Response(…)` in a function around the handler: whether what the handler answers is ever sent is not known. */
export function withReplaced(project: Project, endpoint: Endpoint, around: readonly Reference[]): Endpoint {
  const replacing = around
    .flatMap((each) => functionsIn(project.values.evaluate(each)))
    .flatMap(({ node }) => (replaces(node) ? [node] : []))
  const [first] = replacing
  if (first === undefined) return endpoint
  const own = replacing.map((node) => {
    const source = node.getSourceFile()
    const { file, line } = project.locate(node)
    return { file, from: line, to: source.getLineAndCharacterOfPosition(node.getEnd()).line + 1 }
  })
  const responses = endpoint.responses.filter(({ at }) =>
    own.some(({ file, from, to }) => at.file === file && from <= at.line && at.line <= to),
  )
  const reason = 'a function around the handler puts another answer in the place of its own'
  return { ...endpoint, responses, gaps: [...endpoint.gaps, { about: 'status', reason, at: project.locate(first) }] }
}

/** Whether the function gives its context another answer. */
function replaces(node: ts.SignatureDeclaration): boolean {
  const [context] = node.parameters
  if (context === undefined || !ts.isIdentifier(context.name)) return false
  const name = context.name.text
  return contains(node, (each) => {
    const assigned = ts.isBinaryExpression(each) && each.operatorToken.kind === ts.SyntaxKind.EqualsToken
    // `c.res = undefined` is how the headers of an answer are cleared before it is set again.
    return assigned && isAnswer(each.left, name) && each.right.getText() !== 'undefined'
  })
}

const isAnswer = (target: ts.Expression, context: string): boolean =>
  ts.isPropertyAccessExpression(target) && target.name.text === 'res' && target.expression.getText() === context
