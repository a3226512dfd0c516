import ts from 'typescript'
import type { TextTree } from '../../../model/text-tree.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorationsOf, each, extended, madeBy } from '../../decorators/read-decorators.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import { entryOf } from '../trees.js'
import type { ModelProperties, ModelProperty, SwaggerContext } from './context.js'
import { optionsOf } from './options.js'
import { mayDecorate } from './own-decorators.js'
import { schemaOf } from './property.js'

const decorators: ReadonlySet<string> = new Set(['ApiProperty', 'ApiPropertyOptional', 'ApiResponseProperty'])
const mappers: ReadonlySet<string> = new Set(['PartialType', 'PickType', 'OmitType', 'IntersectionType'])

/** What the decorators say of the properties of a class, inherited ones included; undefined for what is no class. */
export function propertiesOf(context: SwaggerContext, value: Value): ModelProperties | undefined {
  if (value.kind === 'call') return mapped(context, value)
  return value.kind === 'class' ? ofClass(context, value.node) : undefined
}

function ofClass(context: SwaggerContext, node: ts.ClassLikeDeclaration): ModelProperties {
  const base = inherited(context, node)
  const properties = new Map(base.properties)
  let incomplete = base.incomplete
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) && !ts.isGetAccessorDeclaration(member)) continue
    const found = decorationsOf(context.project, member)
    const decoration = found.find(
      (one): one is Decoration => one.module === '@nestjs/swagger' && decorators.has(one.name),
    )
    if (decoration === undefined) {
      if (found.some(mayDecorate))
        incomplete ??= 'a decorator of the project describes a property, and was not followed'
      continue
    }
    const property = readProperty(context, member, decoration)
    if (typeof property === 'string') incomplete ??= property
    else properties.set(property.name, property)
  }
  if (context.plugin !== null) incomplete ??= context.plugin
  return { properties, ...(incomplete === undefined ? {} : { incomplete }) }
}

function inherited(context: SwaggerContext, node: ts.ClassLikeDeclaration): ModelProperties {
  const expression = extended(node)
  if (expression === undefined) return { properties: new Map() }
  const value = context.project.values.evaluate({ expression, scope: moduleScope })
  const incomplete = `the class that ${expression.getText().slice(0, 40)} stands for was not followed`
  return propertiesOf(context, value) ?? { properties: new Map(), incomplete }
}

/** A property, or why it cannot be told. */
function readProperty(
  context: SwaggerContext,
  member: ts.PropertyDeclaration | ts.GetAccessorDeclaration,
  { name: decorator, args, node }: Decoration,
): ModelProperty | string {
  const options = optionsOf(context, args[0], context.place(node))
  const required = entryOf(options.tree, 'required')
  const named = entryOf(options.tree, 'name')
  if (options.tree.kind === 'unknown') return options.tree.reason
  if (required?.kind === 'unknown') return required.reason
  if (named !== undefined && named.kind !== 'scalar') return 'the name of a property is not known before run time'
  const own = ts.isComputedPropertyName(member.name) ? member.name.getText() : member.name.text
  return {
    name: named === undefined ? own : String(named.value),
    required: decorator !== 'ApiPropertyOptional' && !(required?.kind === 'scalar' && required.value === false),
    schema: schemaOf(context, options, reflectedClass(context, member)),
    at: context.place(member.name),
  }
}

/** The class that reflection finds: what a property is declared with, where that is one class of the project. */
function reflectedClass(context: SwaggerContext, member: ts.Declaration): TextTree | undefined {
  const { checker } = context.project
  const declaration = checker.getTypeAtLocation(member).getSymbol()?.valueDeclaration
  if (!declaration || !ts.isClassDeclaration(declaration) || declaration.getSourceFile().isDeclarationFile)
    return undefined
  return context.models.reference({ kind: 'class', node: declaration, scope: moduleScope }, context.place(member))
}

/** `PartialType(Pet)` and its like of @nestjs/swagger; those of other packages describe nothing. */
function mapped(context: SwaggerContext, value: Extract<Value, { kind: 'call' }>): ModelProperties | undefined {
  const made = madeBy(value)
  if (!made || !mappers.has(made.name)) return undefined
  if (made.module !== '@nestjs/swagger')
    return { properties: new Map(), incomplete: `${made.name} of ${made.module} hands no description on` }
  const [first, second] = made.args
  const sources = (made.name === 'IntersectionType' ? made.args : first ? [first] : []).map((argument) =>
    propertiesOf(context, context.project.values.evaluate(argument)),
  )
  const keys = second && made.name !== 'PartialType' ? keysOf(context, context.project.values.evaluate(second)) : []
  const unread = `what ${value.node.getText().slice(0, 40)} is made of was not followed`
  const missing = sources.some((one) => one === undefined) || keys === undefined ? unread : undefined
  const incomplete = missing ?? sources.find((one) => one?.incomplete !== undefined)?.incomplete
  const properties = new Map<string, ModelProperty>()
  for (const source of sources)
    for (const [name, property] of source?.properties ?? []) {
      const listed = keys?.includes(name) ?? true
      if ((made.name === 'PickType' && !listed) || (made.name === 'OmitType' && (listed || keys === undefined)))
        continue
      properties.set(name, made.name === 'PartialType' ? { ...property, required: false } : property)
    }
  return { properties, ...(incomplete === undefined ? {} : { incomplete }) }
}

function keysOf({ project }: SwaggerContext, value: Value): readonly string[] | undefined {
  if (value.kind !== 'array' || !value.complete) return undefined
  const keys = each(project, value).map((one) => (one.kind === 'literal' ? String(one.value) : undefined))
  return keys.every((one) => one !== undefined) ? keys : undefined
}
