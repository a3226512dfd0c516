import type { Dialect } from '../model/contract.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import type { SourceFile } from './library.js'
import { child, locate, scalar, topOf } from './spot.js'

/** The version of the document, or why it cannot be audited at all. */
export function dialectOf(file: SourceFile): Result<Dialect, UserError> {
  const top = topOf(file)
  const refuse = (message: string, key?: string): Result<Dialect, UserError> => {
    const { file: name, line, column } = locate((key === undefined ? undefined : child(top, key)) ?? top)
    return { ok: false, error: { message, file: name, line, column } }
  }
  if (file.tree.kind === 'unknown') return refuse(`the document could not be read: ${file.tree.reason}`)
  if (file.tree.kind !== 'map') return refuse('not an OpenAPI document: the top level is not an object')
  const key = file.tree.entries.has('openapi') ? 'openapi' : 'swagger'
  const version = scalar(top, key)
  if (version === undefined) return refuse('not an OpenAPI document: neither "openapi" nor "swagger" says a version')
  const dialect = known(key, String(version))
  if (dialect === undefined)
    return refuse(`${key} ${JSON.stringify(version)} is not a version that is known (2.0, 3.0, 3.1, 3.2)`, key)
  const paths = child(top, 'paths')
  if (paths === undefined) return refuse('the document has no "paths"')
  if (paths.node.kind === 'scalar' || paths.node.kind === 'list') return refuse('"paths" is not an object', 'paths')
  return { ok: true, value: dialect }
}

/** A version written as a number (`swagger: 2.0`, `openapi: 3.1`) is understood; the validators complain of it. */
function known(key: 'openapi' | 'swagger', version: string): Dialect | undefined {
  if (key === 'swagger') return /^2(\.0)?$/.test(version) ? 'swagger-2.0' : undefined
  if (/^3(\.0(\.|$)|$)/.test(version)) return 'openapi-3.0'
  if (/^3\.1(\.|$)/.test(version)) return 'openapi-3.1'
  return /^3\.2(\.|$)/.test(version) ? 'openapi-3.2' : undefined
}
