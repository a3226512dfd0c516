import ts from 'typescript'
import type { Response } from '../../../model/endpoint.js'
import type { Decoration } from '../../decorators/decoration.js'
import { plain } from '../../decorators/read-decorators.js'
import { readResponses } from '../../handlers/assembly/responses.js'
import type { Dialect } from '../../handlers/dialect.js'
import { statusOfError } from '../../handlers/error-status.js'
import type { Trace } from '../../handlers/exchange.js'
import { readHandler } from '../../handlers/read-handler.js'
import type { FunctionValue } from '../../handlers/scopes.js'
import { outcomeOf } from '../../handlers/thrown.js'
import type { Project } from '../../project.js'
import { expressionAt, referenceTo } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'

/** One scheme that `@Security` asks for, with the scopes that it names. */
export interface Asked {
  readonly scheme: string
  readonly scopes: Value
  readonly node: ts.Node
}

/** The schemes of `@Security('jwt', ['admin'])` or of `@Security({ jwt: ['admin'], key: [] })`. */
export function askedBy(project: Project, { args: [first, second], node }: Decoration): readonly Asked[] {
  const none: Value = { kind: 'array', elements: [], complete: true, node }
  const name = plain(project, first)
  if (typeof name === 'string') return [{ scheme: name, scopes: second ? project.values.evaluate(second) : none, node }]
  const value = first && project.values.evaluate(first)
  if (typeof name !== 'object' || name === null || value?.kind !== 'object') return []
  return Object.keys(name).map((scheme) => ({ scheme, scopes: project.values.property(value, scheme), node }))
}

const exported = 'expressAuthentication'

/**
 * What the project's `expressAuthentication` refuses these schemes with: the generated routes call it, and give an error
 * without a status 401. Null where it is not found, or not read to its end.
 */
export function refusalsOf(
  project: Project,
  dialect: Dialect,
  errorHandlers: readonly Reference[],
  asked: readonly Asked[],
): readonly Response[] | null {
  const authentication = authenticationOf(project)
  if (authentication === null) return null
  const traces = asked.map((one) => traceOf(project, dialect, authentication, one))
  const throws = traces.flatMap((trace) => trace.throws)
  const answers = traces.flatMap((trace) => trace.answers)
  if (traces.some(({ unseen }) => unseen.length > 0) || throws.length + answers.length === 0) return null
  const carried = throws.map((thrown) => ({ ...thrown, status: statusOfError(project, thrown) ?? 401 }))
  return readResponses([...answers, ...outcomeOf(project, dialect, errorHandlers, carried).answers]).responses
}

function traceOf(project: Project, dialect: Dialect, authentication: FunctionValue, asked: Asked): Trace {
  const [request, scheme, scopes, response] = authentication.node.parameters
  const given = (value: Value) => referenceTo(value, expressionAt(asked.node))
  const bindings = new Map<ts.Node, Reference>()
  if (scheme) bindings.set(scheme, given({ kind: 'literal', value: asked.scheme, node: asked.node }))
  if (scopes) bindings.set(scopes, given(asked.scopes))
  const scope = { bindings, outer: authentication.scope, owner: authentication.node }
  const roles = new Map([
    ...(request ? [[request, 'request'] as const] : []),
    ...(response ? [[response, 'response'] as const] : []),
  ])
  return readHandler(
    project,
    referenceTo({ ...authentication, scope }, expressionAt(authentication.node)),
    dialect,
    roles,
  )
}

/** The one function of that name that the project exports. */
function authenticationOf(project: Project): FunctionValue | null {
  const found = project.files
    .filter((file) => !file.isDeclarationFile && declares(file))
    .map((file) => project.values.property({ kind: 'namespace', file }, exported))
    .filter((value) => value.kind === 'function')
  const [only, ...others] = found
  return only !== undefined && others.length === 0 ? only : null
}

function declares(file: ts.SourceFile): boolean {
  return file.statements.some(
    (statement) =>
      (ts.isFunctionDeclaration(statement) && statement.name?.text === exported) ||
      (ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some(({ name }) => name.getText() === exported)),
  )
}
