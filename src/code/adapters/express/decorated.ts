import ts from 'typescript'
import { report } from '../../routing/report.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import type { Session } from './session.js'

const verbs = /^(http|router?)?_?(get|post|put|patch|delete|del|all|route)(Mapping|Route)?$/i

/** Frameworks whose decorators other adapters read. */
const known = /^(@nestjs\/|routing-controllers$|tsoa$|@tsoa\/)/

/** Notes controllers that register their routes by decorators which nobody reads: what they serve is not known. */
export function reportDecorated(session: Session): void {
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) readClass(session, node)
    else ts.forEachChild(node, visit)
  }
  for (const file of session.project.files) visit(file)
}

function readClass(session: Session, node: ts.ClassDeclaration): void {
  const { project } = session
  const methods = node.members.filter(ts.isMethodDeclaration)
  const decorators = methods.flatMap((each) => ts.getDecorators(each) ?? []).filter(isVerb)
  const [first] = decorators
  if (first === undefined || (ts.getDecorators(node) ?? []).length === 0) return
  const origin = originOf(project.values.evaluate({ expression: calleeOf(first), scope: moduleScope }))
  if (origin !== null && known.test(origin)) return
  const from = origin === null ? 'decorators of the project' : `decorators of ${origin}`
  const reason = `\`${node.name?.text ?? 'a class'}\` registers its routes by ${from}, which are not read`
  report(session, project.locate(node.name ?? node), reason)
}

/** `@httpGet('/pets')`. */
function isVerb(decorator: ts.Decorator): boolean {
  if (!ts.isCallExpression(decorator.expression)) return false
  const callee = calleeOf(decorator)
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee
  return ts.isIdentifier(name) && verbs.test(name.text)
}

const calleeOf = ({ expression }: ts.Decorator): ts.Expression =>
  ts.isCallExpression(expression) ? expression.expression : expression

function originOf(value: Value): string | null {
  if (value.kind === 'import') return value.module
  return value.kind === 'call' ? originOf(value.callee) : null
}
