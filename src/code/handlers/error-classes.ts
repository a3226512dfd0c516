import ts from 'typescript'
import type { Project } from '../project.js'
import type { Value } from '../values/value.js'
import type { Thrown } from './exchange.js'
import { settled, symbolOf } from './syntax.js'

interface Reading {
  readonly project: Project
}

export function classSymbolOf(checker: ts.TypeChecker, expression: ts.Expression): ts.Symbol | null {
  const node = settled(expression)
  return symbolOf(checker, ts.isPropertyAccessExpression(node) ? node.name : node)
}

/** Whether a thrown error is an instance of a class; null where its class is not known. */
export function isInstanceOf({ project }: Reading, thrown: Thrown, wanted: ts.Symbol): boolean | null {
  if (thrown.library !== undefined)
    return !isOwn(wanted) && (thrown.library.name === wanted.name || wanted.name === 'Error')
  if (thrown.foreign) return isOwn(wanted) ? false : wanted.name === 'Error' ? true : null
  const type = errorType(project, thrown)
  if (type !== null) return lineage(project.checker, type).includes(wanted)
  if (!isOfHttpErrors(project, thrown)) return null
  return !isOwn(wanted) && (wanted.name === 'Error' || wanted.name === 'HttpError')
}

/** A class whose instances only the project's own code makes. */
function isOwn({ valueDeclaration }: ts.Symbol): boolean {
  return valueDeclaration !== undefined && !valueDeclaration.getSourceFile().isDeclarationFile
}

/** The type of an error that is constructed in sight. */
export function errorType(project: Project, thrown: Thrown): ts.Type | null {
  if (thrown.error === null) return null
  const written = settled(thrown.error.expression)
  if (ts.isNewExpression(written)) return project.checker.getTypeAtLocation(written)
  const node = constructionOf(project.values.evaluate(thrown.error))
  return node === null ? null : project.checker.getTypeAtLocation(node)
}

function constructionOf(value: Value): ts.Node | null {
  if (value.kind === 'instance') return ts.isNewExpression(value.node) ? value.node : null
  return value.kind === 'call' && ts.isNewExpression(value.node) ? value.node : null
}

/** The class of an instance and those it extends. */
export function lineage(checker: ts.TypeChecker, type: ts.Type): readonly ts.Symbol[] {
  const own = type.getSymbol()
  const bases = type.isClassOrInterface() ? checker.getBaseTypes(type) : []
  return [...(own === undefined ? [] : [own]), ...bases.flatMap((base) => lineage(checker, base))]
}

const platformErrors = new Set([
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
])

export const isPlatformError = (name: string): boolean => platformErrors.has(name)

/** The name of an error that is of the platform's own class, or of one of the project's that speaks of no name. */
export function platformName(project: Project, thrown: Thrown): string | null {
  const type = errorType(project, thrown)
  const classes = type === null ? [] : lineage(project.checker, type)
  const own = classes.filter(isOwn)
  const base = classes.find((each) => !isOwn(each))?.name ?? ''
  const isPlain = isPlatformError(base)
  const isNamed = own.some(({ valueDeclaration }) => /\bname\b/.test(valueDeclaration?.getText() ?? ''))
  return isPlain && !isNamed ? base : null
}

/** What http-errors makes by a call, `createError(404)`, is of its own class, and of the one that stands for the status. */
function isOfHttpErrors(project: Project, { error }: Thrown): boolean {
  const value = error === null ? null : project.values.evaluate(error)
  if (value?.kind !== 'call' || ts.isNewExpression(value.node) || value.method !== undefined) return false
  return value.callee.kind === 'import' && value.callee.module === 'http-errors'
}
