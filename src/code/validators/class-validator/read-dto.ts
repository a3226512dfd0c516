import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Decoration } from '../../decorators/decoration.js'
import { plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import { both } from './combine.js'
import { anyObject, constraintOf } from './constraints.js'
import type { Dto, DtoField, DtoOptions, Property } from './dto.js'
import { propertiesOf } from './properties.js'

/** The fields that a class takes from a request; null where the value is no class whose fields can be read. */
export function readDto(
  project: Project,
  value: Value,
  options: DtoOptions,
  above: readonly ts.Node[] = [],
): Dto | null {
  if (value.kind !== 'class') return null
  const { list, open } = propertiesOf(project, value)
  if (list.length === 0) return null
  const checked = options.validated && list.some((one) => validatorsOf(one).length > 0)
  const fields = list.flatMap((property): DtoField[] => {
    const validators = validatorsOf(property)
    if (checked && validators.length === 0 && options.whitelist) return []
    const field =
      checked && validators.length > 0
        ? validated(project, property, validators, options, [...above, value.node])
        : declared(project, property, options)
    return [{ ...field, name: exposedName(project, property), declaration: property.declaration }]
  })
  return { fields, open }
}

/** The object that a class describes. */
export function dtoSchema(project: Project, dto: Dto): Schema {
  const properties = Object.fromEntries(
    dto.fields.map(({ name, schema, declaration }) => [name, { ...schema, at: project.locate(declaration.name) }]),
  )
  const required = dto.fields.filter((field) => field.required).map(({ name }) => name)
  return {
    type: ['object'],
    properties,
    required,
    ...(dto.open === null ? {} : { additionalProperties: true, inexact: dto.open }),
  }
}

function validatorsOf(property: Property): readonly Decoration[] {
  return property.decorations.filter((one): one is Decoration => one.module === 'class-validator')
}

function named(property: Property, name: string): Decoration | undefined {
  return property.decorations.find((one): one is Decoration => one.module !== null && one.name === name)
}

/** `@Expose({ name })` renames the property on its way in. */
function exposedName(project: Project, property: Property): string {
  const options = plain(project, named(property, 'Expose')?.args[0])
  const name =
    typeof options === 'object' && options !== null
      ? Object.entries(options).find(([key]) => key === 'name')?.[1]
      : undefined
  return typeof name === 'string' ? name : property.name
}

function declared(project: Project, property: Property, options: DtoOptions): Pick<DtoField, 'schema' | 'required'> {
  const { declaration } = property
  const optional = property.partial || declaration.questionToken !== undefined || declaration.initializer !== undefined
  const schema = declaredSchema(project, declaration)
  return {
    schema: options.text ? onWire(schema) : schema,
    required: !optional && !isOptionalType(project, declaration),
  }
}

function declaredSchema(project: Project, declaration: ts.PropertyDeclaration): Schema {
  return project.types.received(
    project.checker.getNonNullableType(project.checker.getTypeAtLocation(declaration)),
    declaration,
  )
}

function isOptionalType(project: Project, declaration: ts.PropertyDeclaration): boolean {
  const type = project.checker.getTypeAtLocation(declaration)
  return type.isUnion() && type.types.some((one) => (one.flags & ts.TypeFlags.Undefined) !== 0)
}

/** What a declared type says of a value that is text on the wire. */
function onWire(schema: Schema): Schema {
  if (schema.enum?.every((value) => typeof value === 'string')) return schema
  return { inexact: 'the value is text on the wire, whatever its declared type' }
}

/** They have nothing to say against a property that is not there. */
const letNothingPass = new Set(['Allow', 'ValidateNested', 'IsEmpty', 'NotEquals', 'IsNotIn'])

function validated(
  project: Project,
  property: Property,
  validators: readonly Decoration[],
  options: DtoOptions,
  above: readonly ts.Node[],
): Pick<DtoField, 'schema' | 'required'> {
  const conditional = validators.some(({ name }) => name === 'ValidateIf')
  const optional =
    property.partial ||
    conditional ||
    property.declaration.initializer !== undefined ||
    validators.some(({ name }) => name === 'IsOptional') ||
    validators.every(({ name }) => letNothingPass.has(name))
  const read = checkedSchema(project, property, validators, options, above)
  const loose = named(property, 'Transform')
    ? { inexact: '@Transform changes the value before it is checked' }
    : conditional
      ? { ...read, inexact: '@ValidateIf checks the value under a condition only' }
      : read
  const nullable = optional && !options.text && !conditional
  return { schema: nullable ? orNull(loose) : loose, required: !optional }
}

/** `@IsOptional` lets `null` pass too, which nobody means to offer: a document may list it or not. */
function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: ['null'], implied: true }] }
}

function checkedSchema(
  project: Project,
  property: Property,
  validators: readonly Decoration[],
  options: DtoOptions,
  above: readonly ts.Node[],
): Schema {
  let own: Schema = {}
  let item: Schema = {}
  let strange: string | undefined
  for (const validator of validators) {
    if (['IsOptional', 'ValidateIf'].includes(validator.name)) continue
    const found = constraintOf(project, validator)
    if (!found) strange = `@${validator.name} is not read`
    else if (isForEach(project, validator)) item = both(item, found)
    else own = both(own, found)
  }
  const nested = nestedSchema(project, property, options, above)
  const isList = isListed(project, property.declaration) || own.type?.includes('array') === true
  // What any object may hold is said by the class that it is checked against.
  if (nested && !isList && own.inexact === anyObject) own = { type: ['object'] }
  if (nested && isList) item = both(item, nested)
  else if (nested) own = both(own, nested)
  if (isList) own = both(own, { type: ['array'] })
  if (Object.keys(item).length > 0) own = { ...own, items: item }
  const settled = own.type !== undefined || own.enum !== undefined
  const base = settled && !needsItems(own) ? own : withDeclared(project, property, own, options)
  return strange === undefined || base.inexact !== undefined ? base : { ...base, inexact: strange }
}

function needsItems(schema: Schema): boolean {
  return schema.type?.includes('array') === true && schema.items === undefined
}

/** What no validator settles, the declared type does, as far as anybody relies on it. */
function withDeclared(project: Project, property: Property, own: Schema, options: DtoOptions): Schema {
  const { at: _at, ...stated } = declaredSchema(project, property.declaration)
  if (needsItems(own)) {
    return {
      ...own,
      ...(stated.items === undefined ? {} : { items: stated.items }),
      inexact: 'no validator checks the items',
    }
  }
  const base = options.text ? onWire(stated) : stated
  return { ...both(base, base.type?.includes('string') ? own : {}), inexact: 'no validator checks the type' }
}

function isForEach(project: Project, validator: Decoration): boolean {
  return validator.args.some(({ expression, scope }) => {
    if (!ts.isObjectLiteralExpression(expression)) return false
    const value = project.values.property(project.values.evaluate({ expression, scope }), 'each')
    return value.kind === 'literal' && value.value === true
  })
}

function isListed(project: Project, declaration: ts.PropertyDeclaration): boolean {
  return project.checker.isArrayType(project.checker.getNonNullableType(project.checker.getTypeAtLocation(declaration)))
}

/** `@ValidateNested()` with `@Type(() => Dto)`. */
function nestedSchema(
  project: Project,
  property: Property,
  options: DtoOptions,
  above: readonly ts.Node[],
): Schema | null {
  const nested = named(property, 'ValidateNested')
  const made = named(property, 'Type')?.args[0]
  if (!nested) return null
  if (!made || !ts.isArrowFunction(made.expression) || ts.isBlock(made.expression.body)) {
    return { type: ['object'], inexact: '@ValidateNested has no @Type to say which class' }
  }
  const target = project.values.evaluate({ expression: made.expression.body, scope: moduleScope })
  if (target.kind === 'class' && above.includes(target.node))
    return { type: ['object'], additionalProperties: true, inexact: 'the class holds itself' }
  const dto = readDto(project, target, { ...options, text: false }, above)
  return dto ? dtoSchema(project, dto) : { type: ['object'], inexact: 'the nested class is not read' }
}
