import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Project } from '../project.js'
import type { Validator } from './validator.js'

interface Input {
  readonly schema: Schema
  readonly optional: boolean
}

/** Any library that carries its input type under `~standard` (valibot, arktype …), and older zod under `_input`. */
export const standardSchema: Validator = {
  packages: ['@standard-schema/spec', 'valibot', 'arktype', 'effect', 'sury', 'zod'],
  accepts: (reference, _value, project) => inputOf(project, reference.expression)?.schema ?? null,
  checks: (method) => {
    if (['parse', 'parseAsync', 'assert', 'validateAsync'].includes(method)) return 'throws'
    return ['safeParse', 'safeParseAsync', 'validate', 'allows'].includes(method) ? 'reports' : null
  },
}

/** What the type of a schema says that it accepts; null where it says nothing. */
export function inputOf(project: Project, expression: ts.Expression): Input | null {
  const { checker } = project
  const type = inputType(checker, checker.getTypeAtLocation(expression), expression)
  if (type === null || type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return null
  const arms = type.isUnion() ? type.types : [type]
  const optional = arms.some((arm) => (arm.flags & ts.TypeFlags.Undefined) !== 0)
  return { schema: project.types.received(type, expression), optional }
}

function inputType(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): ts.Type | null {
  const old = member(checker, type, '_input', at)
  if (old !== null) return old
  const standard = member(checker, type, '~standard', at)
  const types = standard === null ? null : member(checker, standard, 'types', at)
  return types === null ? null : member(checker, checker.getNonNullableType(types), 'input', at)
}

function member(checker: ts.TypeChecker, type: ts.Type, name: string, at: ts.Node): ts.Type | null {
  const property = checker.getPropertyOfType(type, name)
  return property === undefined ? null : checker.getTypeOfSymbolAtLocation(property, at)
}
