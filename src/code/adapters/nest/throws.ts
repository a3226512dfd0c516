import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Exception, Thrown } from './exception.js'
import { exceptionOf } from './exception-status.js'
import { scopeAt } from './scope-at.js'
import { leaves, type Settled, settledBy, truth, unsettled } from './settled.js'

const deepest = 12

interface Walk {
  readonly project: Project
  readonly settled: Settled
  readonly exceptions: Exception[]
  readonly unseen: { readonly reason: string; readonly at: Exception['at'] }[]
}

const memory = new WeakMap<Project, Map<ts.Node, Map<string, Thrown>>>()
const nothing: Thrown = { exceptions: [], unseen: [] }

/** What may leave a function by a throw, in itself and in the project's functions that it calls; each function is walked once. */
export function throwsOf(project: Project, fn: ts.Node, depth = 0, settled: Settled = unsettled): Thrown {
  const all = memory.get(project) ?? new Map<ts.Node, Map<string, Thrown>>()
  memory.set(project, all)
  const known = all.get(fn) ?? new Map<string, Thrown>()
  all.set(fn, known)
  const key = [...settled].map(([symbol, value]) => `${symbol.name}=${value}`).join()
  const done = known.get(key)
  if (done) return done
  if (depth > deepest) return nothing
  known.set(key, nothing)
  const walk: Walk = { project, settled, exceptions: [], unseen: [] }
  ts.forEachChild(fn, (child) => look(walk, child, depth))
  const found = { exceptions: walk.exceptions, unseen: walk.unseen }
  known.set(key, found)
  return found
}

function look(walk: Walk, node: ts.Node, depth: number): void {
  if (ts.isDecorator(node) || ts.isTypeNode(node)) return
  if (ts.isTryStatement(node)) {
    lookAtTry(walk, node, depth)
    return
  }
  if (ts.isBlock(node)) {
    lookAtBlock(walk, node, depth)
    return
  }
  const unreached = unreachedIn(walk, node)
  if (ts.isThrowStatement(node)) leave(walk, node.expression)
  if (ts.isCallExpression(node)) lookAtCall(walk, node, depth)
  ts.forEachChild(node, (child) => {
    if (child !== unreached) look(walk, child, depth)
  })
}

function lookAtBlock(walk: Walk, block: ts.Block, depth: number): void {
  for (const statement of block.statements) {
    look(walk, statement, depth)
    if (!ts.isIfStatement(statement)) continue
    const taken = truth(walk.project.checker, statement.expression, walk.settled)
    const branch = taken === true ? statement.thenStatement : taken === false ? statement.elseStatement : undefined
    if (branch && leaves(branch)) return
  }
}

/** The branch that a settled condition never takes. */
function unreachedIn({ project, settled }: Walk, node: ts.Node): ts.Node | undefined {
  if (settled.size === 0) return undefined
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const condition = ts.isIfStatement(node) ? node.expression : node.condition
    const taken = truth(project.checker, condition, settled)
    const [whenTrue, whenFalse] = ts.isIfStatement(node)
      ? [node.thenStatement, node.elseStatement]
      : [node.whenTrue, node.whenFalse]
    return taken === true ? whenFalse : taken === false ? whenTrue : undefined
  }
  if (!ts.isBinaryExpression(node)) return undefined
  const left = truth(project.checker, node.left, settled)
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken && left === false) return node.right
  return kind === ts.SyntaxKind.BarBarToken && left === true ? node.right : undefined
}

/** Errors of a `try` with a `catch` end there, but for those that the `catch` throws on. */
function lookAtTry(walk: Walk, node: ts.TryStatement, depth: number): void {
  const { catchClause } = node
  const caught = catchClause?.variableDeclaration?.name
  const rethrows = catchClause !== undefined && caught !== undefined && throwsOn(catchClause.block, caught.getText())
  if (!catchClause || rethrows) look(walk, node.tryBlock, depth)
  if (catchClause) look(walk, catchClause.block, depth)
  if (node.finallyBlock) look(walk, node.finallyBlock, depth)
}

function throwsOn(block: ts.Node, name: string): boolean {
  let found = false
  const search = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && node.expression.getText() === name) found = true
    else ts.forEachChild(node, search)
  }
  search(block)
  return found
}

function leave(walk: Walk, expression: ts.Expression): void {
  const scope = scopeAt(walk.project, expression)
  const exception = exceptionOf(walk.project, expression, scope)
  if (exception) walk.exceptions.push(exception)
  else if (!ts.isIdentifier(expression) && !ts.isNewExpression(expression)) {
    walk.unseen.push({
      reason: `\`${expression.getText()}\` is thrown, and what it is is not known`,
      at: walk.project.locate(expression),
    })
  }
}

function lookAtCall(walk: Walk, call: ts.CallExpression, depth: number): void {
  const [first] = call.arguments
  const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : call.expression.getText()
  if ((name === 'throwError' || name === 'reject') && first)
    leave(walk, ts.isArrowFunction(first) && !ts.isBlock(first.body) ? first.body : first)
  const target = calledBy(walk.project, call)
  if (target === 'foreign') return
  if (target === null) {
    walk.unseen.push({
      reason: `the code behind \`${call.expression.getText().slice(0, 60)}\` is not known`,
      at: walk.project.locate(call),
    })
    return
  }
  const settled = ts.isFunctionLike(target) ? settledBy(walk.project.checker, call, target, walk.settled) : unsettled
  const below = throwsOf(walk.project, target, depth + 1, settled)
  walk.exceptions.push(...below.exceptions)
  walk.unseen.push(...below.unseen)
}

/** The function of the project that a call runs; `foreign` where it is another package's. */
function calledBy(project: Project, call: ts.CallExpression): ts.Node | 'foreign' | null {
  const declaration = project.checker.getResolvedSignature(call)?.declaration
  if (!declaration) return 'foreign'
  const file = declaration.getSourceFile()
  if (file.isDeclarationFile || project.program.isSourceFileFromExternalLibrary(file)) return 'foreign'
  if (ts.isFunctionLike(declaration) && 'body' in declaration && declaration.body) return declaration
  const scope = scopeAt(project, call)
  const value = project.values.evaluate({ expression: call.expression, scope })
  if (value.kind === 'function') return value.node
  if (value.kind === 'import' || value.kind === 'call' || value.kind === 'member') return 'foreign'
  if (ts.isFunctionTypeNode(declaration)) return 'foreign'
  return null
}
