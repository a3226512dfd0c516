import ts from 'typescript'
import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import { configAt, settled } from '../config-text.js'
import { configNames } from './places.js'

/** What the configuration of an application says of its paths. */
export interface Settings {
  readonly basePath: string
  /** What of its paths is not known, and where that is written. */
  readonly unresolved: readonly Unresolved[]
}

/** Reads `basePath` from the application's `next.config.*`. */
export function settingsAt(project: Project, root: string): Settings {
  const config = configAt(project, root, configNames)
  if (config === null) return { basePath: '', unresolved: [] }
  const found = [basePathIn(config.source), rewritesIn(config.source)]
  const unresolved = found.flatMap(({ node, reason }) => (node === null ? [] : [{ at: config.locate(node), reason }]))
  return { basePath: found[0]?.basePath ?? '', unresolved }
}

interface Setting {
  readonly basePath: string
  /** Where something stands that is not known, and why; null where all is known. */
  readonly node: ts.Node | null
  readonly reason: string
}

function basePathIn(source: ts.SourceFile): Setting {
  const given = initializerOf(source, 'basePath')
  if (given === null) return { basePath: '', node: null, reason: '' }
  const node = settled(source, given)
  if (ts.isStringLiteralLike(node)) return { basePath: node.text, node: null, reason: '' }
  return { basePath: '', node: given, reason: `the base path of the application is computed: \`${given.getText()}\`` }
}

/** What is rewritten may be served under other paths than its folder's, or by another server. */
function rewritesIn(source: ts.SourceFile): Setting {
  const find = (node: ts.Node): ts.Node | undefined => {
    const isNamed =
      ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)
    return isNamed && node.name.getText() === 'rewrites' ? node : ts.forEachChild(node, find)
  }
  return { basePath: '', node: find(source) ?? null, reason: 'the rewrites of the application are not followed' }
}

function initializerOf(source: ts.SourceFile, name: string): ts.Expression | null {
  const find = (node: ts.Node): ts.Expression | undefined => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === name) return node.initializer
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === name) return node.name
    return ts.forEachChild(node, find)
  }
  return find(source) ?? null
}
