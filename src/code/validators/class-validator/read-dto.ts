import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Decoration } from '../../decorators/decoration.js'
import { plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import { beside, orAnything, orOthers } from '../beside.js'
import { allChecks, type Checks } from './checks.js'
import { both } from './combine.js'
import { anyObject, constraintOf } from './constraints.js'
import type { Dto, DtoField, DtoOptions, Property } from './dto.js'
import { propertiesOf } from './properties.js'
import { orTurned } from './turned.js'

/** What one property may hold, and whether it must be there. */
type Field = Pick<DtoField, 'schema' | 'required'>
/** Validators run. */
type Checked = DtoOptions & { readonly checks: Checks }

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
  const checks = list.some((one) => validatorsOf(one).length > 0) ? options.checks : null
  const fields = list.flatMap((property): DtoField[] => {
    if (isLeftOut(project, property)) return []
    const validators = validatorsOf(property)
    if (validators.length === 0 && checks?.whitelist) return []
    const field =
      checks === null
        ? declared(project, property, options)
        : validators.length === 0
          ? unlooked(project, property, options)
          : validated(project, property, validators, { ...options, checks }, [...above, value.node])
    return [{ ...field, name: exposedName(project, property), declaration: property.declaration }]
  })
  return { fields, open: open ?? checks?.partly ?? null }
}

/** The object that a class describes. */
export function dtoSchema(project: Project, dto: Dto): Schema {
  const properties = Object.fromEntries(
    dto.fields.map(({ name, schema, required, declaration }) => {
      const presence = required === null ? { presence: 'no validator always asks for it' } : {}
      return [name, { ...schema, ...presence, at: project.locate(declaration.name) }]
    }),
  )
  const required = dto.fields.filter((field) => field.required === true).map(({ name }) => name)
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

/** `@Exclude()` keeps a property from coming in. */
function isLeftOut(project: Project, property: Property): boolean {
  const excluded = named(property, 'Exclude')
  const way = plain(project, excluded?.args[0])
  return excluded !== undefined && !(typeof way === 'object' && way !== null && 'toPlainOnly' in way && way.toPlainOnly)
}

function declared(
  project: Project,
  property: Property,
  options: DtoOptions,
): { readonly schema: Schema; readonly required: boolean } {
  const { declaration } = property
  const optional = property.partial || declaration.questionToken !== undefined || declaration.initializer !== undefined
  const schema = declaredSchema(project, declaration)
  return {
    schema: options.text ? onWire(schema) : schema,
    required: !optional && !isOptionalType(project, declaration),
  }
}

/** No validator speaks of it, though others of the class run: what its type says keeps no request out. */
function unlooked(project: Project, property: Property, options: DtoOptions): Field {
  const { schema, required } = declared(project, property, options)
  return { schema: options.text ? schema : taken(schema), required: required ? null : false }
}

const unchecked = 'no validator checks the type'

/** What the type says is what is wanted; what else comes is taken too. */
function taken(schema: Schema): Schema {
  return schema.inexact === undefined ? orAnything(schema, unchecked) : orOthers(schema, unchecked)
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
  options: Checked,
  above: readonly ts.Node[],
): Field {
  const names = new Set(validators.map(({ name }) => name))
  const conditional = names.has('ValidateIf')
  const optional = property.partial || names.has('IsOptional')
  const silent = [...names].every((name) => letNothingPass.has(name))
  const { skips } = names.has('IsDefined') ? allChecks : options.checks
  const asked = validators.some((each) => !letNothingPass.has(each.name) && constraintOf(project, each) !== null)
  const initialised = property.declaration.initializer !== undefined
  const read = checkedSchema(project, property, validators, options, above)
  const loose = named(property, 'Transform')
    ? { inexact: '@Transform changes the value before it is checked' }
    : conditional
      ? orAnything(read, '@ValidateIf checks the value under a condition only')
      : read
  const nullable = (optional || silent || skips.null) && !options.text && !conditional
  const doubtful = !optional && !skips.null && names.has('ValidateNested')
  return {
    schema: nullable ? orNull(loose, doubtful) : loose,
    required: optional || silent || skips.undefined || initialised ? false : conditional || !asked ? null : true,
  }
}

/** `@IsOptional` lets `null` pass too, and up to version 0.14 so does `@ValidateNested`. */
function orNull(schema: Schema, doubtful: boolean): Schema {
  const reason = 'class-validator 0.15 refuses null where 0.14 takes it'
  return beside(schema, { type: ['null'], ...(doubtful ? { inexact: reason } : {}) })
}

function checkedSchema(
  project: Project,
  property: Property,
  validators: readonly Decoration[],
  options: Checked,
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
  const each = nested && options.checks.skips.null ? beside(nested, { type: ['null'] }) : nested
  const isList = isListed(project, property.declaration) || own.type?.includes('array') === true
  // What any object may hold is said by the class that it is checked against.
  if (nested && !isList && own.inexact === anyObject) own = { type: ['object'] }
  if (nested && isList) item = both(item, each ?? nested)
  // A validator of each item takes a value that is no list for the only item, and one of a value each item of a list.
  const other =
    own.type !== undefined ? null : isList ? item : nested && { type: ['array' as const], items: each ?? nested }
  if (nested && !isList) own = both(own, nested)
  if (isList) own = both(own, { type: ['array'] })
  if (Object.keys(item).length > 0) own = { ...own, items: item }
  const settled = own.type !== undefined || own.enum !== undefined
  const base = settled && !needsItems(own) ? own : withDeclared(project, property, own, options)
  const said = strange === undefined || base.inexact !== undefined ? base : { ...base, inexact: strange }
  const turned = options.text ? said : orTurned(project, property, named(property, 'Type'), options.checks, said)
  return other !== null && Object.keys(other).length > 0 && !options.text ? beside(turned, other) : turned
}

function needsItems(schema: Schema): boolean {
  return schema.type?.includes('array') === true && schema.items === undefined
}

/** What no validator settles, the declared type does, as far as anybody relies on it. */
function withDeclared(project: Project, property: Property, own: Schema, options: DtoOptions): Schema {
  const { at: _at, ...stated } = declaredSchema(project, property.declaration)
  if (needsItems(own)) {
    const items = typeof stated.items === 'object' ? { items: taken(stated.items) } : {}
    return { ...own, ...items, inexact: 'no validator checks the items' }
  }
  const base = options.text ? onWire(stated) : stated
  const read = { ...both(base, base.type?.includes('string') ? own : {}), inexact: unchecked }
  return options.text ? read : orOthers(read, unchecked)
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
