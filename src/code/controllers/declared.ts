import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Project } from '../project.js'
import { moduleScope } from '../values/scope.js'
import type { Value } from '../values/value.js'

/** A value that is text on the wire: a declared type says no more than its literals. */
export function declaredText(project: Project, node: ts.ParameterDeclaration): Schema {
  const schema = project.types.received(
    project.checker.getNonNullableType(project.checker.getTypeAtLocation(node)),
    node,
  )
  const resolved = schema.ref === undefined ? schema : (project.types.schemas[schema.ref] ?? schema)
  if (!resolved.enum?.every((value) => typeof value === 'string'))
    return { inexact: 'the value is text on the wire, whatever its declared type' }
  return { enum: resolved.enum, inexact: 'the declared type is not checked' }
}

/** The class that a parameter is declared with. */
export function classOfType(project: Project, node: ts.ParameterDeclaration): Value | null {
  const symbol = project.checker.getNonNullableType(project.checker.getTypeAtLocation(node)).getSymbol()
  const declaration = symbol?.declarations?.find((one) => ts.isClassDeclaration(one))
  if (!declaration || !ts.isClassDeclaration(declaration) || declaration.getSourceFile().isDeclarationFile) return null
  return { kind: 'class', node: declaration, scope: moduleScope }
}

/** The properties that the project itself declares for the type of a parameter. */
export function ownProperties(project: Project, node: ts.ParameterDeclaration): readonly ts.Symbol[] {
  const type = project.checker.getTypeAtLocation(node)
  const properties = type.flags & ts.TypeFlags.Object ? project.checker.getPropertiesOfType(type) : []
  return properties.filter((one) =>
    one.declarations?.some((declaration) => !declaration.getSourceFile().isDeclarationFile),
  )
}
