import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import { classOf, extended, lineageOf, madeBy, methodOf } from '../../decorators/read-decorators.js'
import { acceptedBy } from '../../handlers/checks.js'
import { callsIn } from '../../program/calls-in.js'
import { contains } from '../../program/contains.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import type { Refusal } from './pipe.js'

/** What validators call the check that throws, and those that report. */
const throwing = new Set(['parse', 'parseAsync', 'validateAsync', 'validateSync', 'assert'])
const reporting = new Set(['safeParse', 'safeParseAsync', 'validate'])

/** A schema that a body is held against whole, and how the package refuses; a pipe of the project throws for itself. */
interface Held {
  readonly schema: Schema
  readonly refusal: Refusal | null
}

/** What the pipes over a body accept by a schema; null where none of them holds it against one, or others change it before. */
export function heldSchema(project: Project, pipes: readonly Value[], dto: Value | null): Held | null {
  const own = pipes.filter((pipe) => classOf(pipe))
  const [pipe, ...more] = own
  if (pipe !== undefined && more.length === 0) {
    const schema = schemaOfPipe(project, pipe)
    return schema && { schema, refusal: null }
  }
  const schema = pipe === undefined ? schemaOfDto(project, dto, pipes) : null
  return schema && { schema, refusal: { status: 400 } }
}

/**
 * What a pipe of the project accepts as a whole body where it was made with a schema (`new ZodPipe(petSchema)`) and its `transform`
 * holds the value against that; null where it does anything else, or lets a value through unchecked.
 */
function schemaOfPipe(project: Project, value: Value): Schema | null {
  const owner = classOf(value)
  const transform = owner && methodOf(project, owner, 'transform')
  const input = transform?.parameters[0]?.name
  if (!owner || !transform || !input || !ts.isIdentifier(input) || value.kind !== 'instance') return null
  const checks = callsIn(transform).filter(({ arguments: [first] }) => first && isNamed(first, input.text))
  const [check, ...more] = checks
  if (!check || more.length > 0 || !ts.isPropertyAccessExpression(check.expression)) return null
  const { expression: schema, name: how } = check.expression
  if (!throwing.has(how.text) && !(reporting.has(how.text) && throwsItself(transform))) return null
  if (letsThrough(transform, input.text)) return null
  const place = memberOfThis(schema)
  const index = place === null ? -1 : parameterOf(owner, place)
  const given = ts.isNewExpression(value.node) ? value.node.arguments?.[index] : undefined
  return given ? (acceptedBy(project, { expression: given, scope: value.scope })?.schema ?? null) : null
}

/** What the schema of `class PetDto extends createZodDto(petSchema)` accepts, where the pipe of the same package is among the pipes. */
function schemaOfDto(project: Project, dto: Value | null, pipes: readonly Value[]): Schema | null {
  const owner = dto && classOf(dto)
  if (!owner || !pipes.some((pipe) => isOfPackage(madeBy(pipe) ?? pipe, 'ZodValidationPipe'))) return null
  for (const node of lineageOf(project, owner)) {
    const base = extended(node)
    if (base === undefined) continue
    const made = madeBy(project.values.evaluate({ expression: base, scope: moduleScope }))
    if (!made || !isOfPackage(made, 'createZodDto')) continue
    const [schema] = made.args
    return schema ? (acceptedBy(project, schema)?.schema ?? null) : null
  }
  return null
}

const packages = new Set(['nestjs-zod', '@anatine/zod-nestjs'])

function isOfPackage(made: Value | NonNullable<ReturnType<typeof madeBy>>, name: string): boolean {
  return 'module' in made && made.module !== null && packages.has(made.module) && made.name === name
}

const isNamed = (node: ts.Expression, name: string): boolean => ts.isIdentifier(node) && node.text === name

function throwsItself(transform: ts.MethodDeclaration): boolean {
  return contains(transform, ts.isThrowStatement)
}

/** Whether a value may leave unchecked: as it came, under a condition, or past a `catch` that goes on. */
function letsThrough(transform: ts.MethodDeclaration, input: string): boolean {
  return contains(
    transform,
    (node) =>
      (ts.isReturnStatement(node) && !!node.expression && isNamed(node.expression, input)) ||
      (ts.isCatchClause(node) && !contains(node, ts.isThrowStatement)),
  )
}

function memberOfThis(node: ts.Expression): string | null {
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword
    ? node.name.text
    : null
}

/** The place of the constructor's parameter that a member is declared by: `constructor(private readonly schema: ZodType)`. */
function parameterOf(owner: ts.ClassLikeDeclaration, name: string): number {
  const parameters = owner.members.find(ts.isConstructorDeclaration)?.parameters ?? []
  return [...parameters].findIndex(
    (one) => ts.isParameterPropertyDeclaration(one, one.parent) && isNamedBy(one.name, name),
  )
}

const isNamedBy = (node: ts.BindingName, name: string): boolean => ts.isIdentifier(node) && node.text === name
