import ts from 'typescript'
import type { Project } from '../project.js'

const known = new WeakMap<Project, ReadonlySet<string>>()

/**
 * Whether the project's own code declares anything by this name. It spares the checker the question what `x.name` is, which
 * costs the type of all that `x` is made of, for the many members that only libraries have.
 */
export function isOwnName(project: Project, name: string): boolean {
  const names = known.get(project) ?? namesOf(project)
  known.set(project, names)
  // What a module exports as its default goes by any name inside it.
  return name === 'default' || names.has(name)
}

function namesOf({ program }: Project): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const name = nameOf(node)
    if (name !== null) names.add(name)
    ts.forEachChild(node, visit)
  }
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file)) visit(file)
  }
  return names
}

/** The name that a node declares; in JavaScript an assignment to a member declares it too. */
function nameOf(node: ts.Node): string | null {
  if (ts.isBinaryExpression(node)) return ts.isPropertyAccessExpression(node.left) ? node.left.name.text : null
  if (ts.isPropertyAccessExpression(node) || !('name' in node)) return null
  const { name } = node as { readonly name: unknown } // any node of the compiler may have one
  return isText(name) ? name.text : null
}

function isText(name: unknown): name is { readonly text: string } {
  return typeof name === 'object' && name !== null && 'text' in name && typeof name.text === 'string'
}
