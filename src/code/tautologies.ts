import ts from 'typescript'
import type { Endpoint } from '../model/endpoint.js'
import type { Schema } from '../model/schema.js'
import { partsOf } from '../model/schema-parts.js'
import type { Project } from './project.js'

/** What tools that write types from an OpenAPI document put at the head of the file. */
const header =
  /openapi-typescript|swagger-typescript-api|openapi-generator|openapi-ts\b|\borval\b|openapi-zod-client|generated .{0,60}(openapi|swagger)/i
const headLength = 600

/** A file of types that was written from the document that the code is held against. */
export interface GeneratedTypes {
  readonly file: string
}

/**
 * The files whose types a tool has written from an OpenAPI document of this API: those that say so, and that list no paths or
 * at least one of the endpoints. Types of another service, which the code only calls, list other paths.
 */
export function generatedTypes(project: Project, endpoints: readonly Endpoint[]): readonly GeneratedTypes[] {
  const served = endpoints.map(({ path }) => shapeOf(path))
  return project.program.getSourceFiles().flatMap((source) => {
    const isOwn = source.fileName.startsWith(`${project.root}/`) && !source.fileName.includes('/node_modules/')
    if (!isOwn || !header.test(source.text.slice(0, headLength))) return []
    const paths = pathsIn(source).map(shapeOf)
    const isThisApi = paths.length === 0 || paths.some((path) => served.some((each) => each.endsWith(path)))
    return isThisApi ? [{ file: project.locate(source).file }] : []
  })
}

/** Names of parameters apart. */
const shapeOf = (path: string): string => path.replaceAll(/\{\*?[^}]*\}/g, '{}')

/** The keys of `interface paths` or `type paths`. */
function pathsIn(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) return []
    if (statement.name.text !== 'paths') return []
    const members = ts.isInterfaceDeclaration(statement)
      ? statement.members
      : ts.isTypeLiteralNode(statement.type)
        ? statement.type.members
        : []
    return members.flatMap(({ name }) => (name !== undefined && ts.isStringLiteralLike(name) ? [name.text] : []))
  })
}

/** Marks what was written from the document as not known: that it agrees with the document proves nothing. */
export function doubting(generated: readonly GeneratedTypes[]): (schema: Schema) => Schema {
  const files = new Map(generated.map(({ file }) => [file, `its type was generated from the document (${file})`]))
  const mark = (schema: Schema): Schema => {
    const inner = (part: Schema | boolean) => (typeof part === 'object' ? mark(part) : part)
    const reason = schema.at === undefined ? undefined : files.get(schema.at.file)
    // A part without parts of its own would agree word by word: nothing of it is kept.
    const isLeaf = schema.ref === undefined && partsOf(schema).length === 0 && schema.properties === undefined
    if (reason !== undefined && isLeaf)
      return { inexact: reason, ...(schema.at === undefined ? {} : { at: schema.at }) }
    return {
      ...schema,
      ...(schema.properties === undefined
        ? {}
        : {
            properties: Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, mark(part)])),
          }),
      ...(schema.items === undefined ? {} : { items: inner(schema.items) }),
      ...(schema.additionalProperties === undefined
        ? {}
        : { additionalProperties: inner(schema.additionalProperties) }),
      ...(schema.prefixItems === undefined ? {} : { prefixItems: schema.prefixItems.map(mark) }),
      ...(schema.anyOf === undefined ? {} : { anyOf: schema.anyOf.map(mark) }),
      ...(schema.oneOf === undefined ? {} : { oneOf: schema.oneOf.map(mark) }),
      ...(schema.allOf === undefined ? {} : { allOf: schema.allOf.map(mark) }),
      ...(reason === undefined || schema.ref !== undefined ? {} : { inexact: schema.inexact ?? reason }),
    }
  }
  return mark
}

/** An endpoint with other schemas in its bodies and parameters. */
export function withSchemas(endpoint: Endpoint, change: (schema: Schema) => Schema): Endpoint {
  const changed = <Holder extends { readonly schema: Schema }>(holder: Holder): Holder => ({
    ...holder,
    schema: change(holder.schema),
  })
  return {
    ...endpoint,
    parameters: endpoint.parameters.map(changed),
    body: endpoint.body === null ? null : { ...endpoint.body, contents: endpoint.body.contents.map(changed) },
    responses: endpoint.responses.map((response) => ({ ...response, contents: response.contents.map(changed) })),
  }
}
