import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Decoration } from '../../decorators/decoration.js'
import type { Project } from '../../project.js'
import { orOthers } from '../beside.js'
import type { Checks } from './checks.js'
import type { Property } from './dto.js'

const converted = 'class-transformer turns the value into the declared type before it is checked'

/** The schema with what class-transformer turns into such a value: by `@Type(() => Number)`, or by the declared type. */
export function orTurned(
  project: Project,
  { declaration }: Property,
  type: Decoration | undefined,
  checks: Checks,
  schema: Schema,
): Schema {
  if (!(type ? isBuiltIn(type) : checks.converts && isTold(project, declaration))) return schema
  if (type === undefined || schema.type?.includes('array') !== true) return orOthers(schema, converted)
  return typeof schema.items === 'object' ? { ...schema, items: orOthers(schema.items, converted) } : schema
}

/** `@Type(() => Number)` and its like call the function itself. */
function isBuiltIn({ args }: Decoration): boolean {
  const made = args[0]?.expression
  return (
    made !== undefined && ts.isArrowFunction(made) && /^(Number|String|Boolean|Date|BigInt)$/.test(made.body.getText())
  )
}

/** The kinds of which the compiler leaves word for class-transformer; of a list no more than that it is one. */
function isTold(project: Project, declaration: ts.PropertyDeclaration): boolean {
  const type = project.checker.getNonNullableType(project.checker.getTypeAtLocation(declaration))
  if (project.checker.isArrayType(type)) return true
  const scalar = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike
  return (
    (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & scalar) !== 0) || type.symbol?.name === 'Date'
  )
}
