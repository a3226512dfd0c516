import { dirname, resolve } from 'node:path'
import { BaseResolver, type Document, type RawUniversalConfig, ResolveError, Source } from '@redocly/openapi-core'
import type { Json, JsonObject } from '../../model/json.js'
import { readInside } from '../files/confine.js'
import { isUrl } from '../refs/target.js'
import { parseText } from '../text/parse.js'
import { plainValue } from '../text/value.js'

/** Reads what a lint configuration extends, inside the given folders only, and leaves its plugins out. */
export class ConfigResolver extends BaseResolver {
  constructor(private readonly folders: readonly string[]) {
    super()
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isUrl(absoluteRef)) throw new ResolveError(new Error(`"${absoluteRef}" is a URL, and is not fetched`))
    const text = await readInside(absoluteRef, this.folders)
    if (!text.ok) throw new ResolveError(new Error(`"${absoluteRef}" cannot be read: ${text.error}`))
    return new Source(absoluteRef, text.value)
  }

  override parseDocument(source: Source): Document {
    const tree = parseText(source.body, source.absoluteRef)
    if (!tree.ok) throw new ResolveError(new Error(tree.error.message))
    const value = plainValue(tree.value)
    return { source, parsed: isObject(value) ? this.asData(value, source.absoluteRef) : value }
  }

  /** The configuration without its plugins, and with the files it extends by absolute path. */
  asData(value: JsonObject, path: string): RawUniversalConfig {
    const { plugins, extends: bases, ...rest } = value
    const absolute = (base: Json) => {
      const isFile = typeof base === 'string' && !isUrl(base) && /^\.|[/\\].*\.|\.ya?ml$/.test(base)
      return isFile ? resolve(dirname(path), base) : base
    }
    const config = { ...rest, ...(Array.isArray(bases) ? { extends: bases.map(absolute) } : {}) }
    // A configuration is what Redocly itself checks next; here it is only known to be an object.
    return config as RawUniversalConfig
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
