import { EVENT_ID, parseEvents, YAMLException } from 'js-yaml'
import type { Result } from '../../model/result.js'
import type { TextTree } from '../../model/text-tree.js'
import type { UserError } from '../../model/user-error.js'
import { TextFault } from './fault.js'
import { maximalDepth } from './limits.js'
import { placesOf } from './places.js'
import { YamlBuilder } from './yaml-builder.js'

/** One YAML document as a tree with places; aliases and merge keys are resolved, duplicate keys are an error. */
export function parseYaml(text: string, file: string): Result<TextTree, UserError> {
  const broken = (message: string, line: number, column: number): Result<TextTree, UserError> => ({
    ok: false,
    error: { message: `not valid YAML: ${message}`, file, line, column },
  })
  try {
    const builder = new YamlBuilder(text, placesOf(text))
    let documents = 0
    for (const event of parseEvents(text, { maxDepth: maximalDepth })) {
      if (event.type === EVENT_ID.DOCUMENT) documents += 1
      builder.take(event)
    }
    if (documents > 1) return broken('several documents in one file', 1, 1)
    return builder.root === undefined ? broken('no document', 1, 1) : { ok: true, value: builder.root }
  } catch (fault) {
    if (fault instanceof TextFault) return broken(fault.message, fault.place.line, fault.place.column)
    if (fault instanceof YAMLException) {
      return broken(fault.reason, (fault.mark?.line ?? 0) + 1, (fault.mark?.column ?? 0) + 1)
    }
    throw fault
  }
}
