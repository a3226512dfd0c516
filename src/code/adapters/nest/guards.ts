import ts from 'typescript'
import { classOf, extended, lineageOf, madeBy, methodOf, plain } from '../../decorators/read-decorators.js'
import { authenticationByName } from '../../handlers/authentication-names.js'
import { returnedIn } from '../../program/returns-in.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import type { Guard } from './guard.js'
import { keyOf } from './metadata.js'
import { throwsOf } from './throws.js'

/** Reads a guard: what it asks of the client, the statuses it refuses with, and the metadata that switches it. */
export function readGuard(project: Project, value: Value, node: ts.Node): Guard {
  const guard = readAsWritten(project, value, node)
  const name = classOf(value)?.name?.text ?? (value.kind === 'import' ? value.name : '')
  return authenticationByName(project, name) === 'configured'
    ? { ...guard, kind: 'identity', scheme: guard.scheme === '' ? name : guard.scheme }
    : guard
}

function readAsWritten(project: Project, value: Value, node: ts.Node): Guard {
  const at = project.locate(node)
  const blank = { exceptions: [], opensWith: [], closesWith: [], unreadKey: false, readsBody: false, at }
  const passport = passportScheme(project, value)
  if (passport !== null)
    return { ...blank, ...ofScheme(project, passport), scheme: passport, exceptions: [{ status: 401 }] }
  const owner = classOf(value)
  if (isThrottler(project, value))
    return { ...blank, kind: 'neutral', scheme: '', exceptions: [{ status: 429 }], reason: '' }
  if (!owner)
    return { ...blank, kind: 'unknown', scheme: '', reason: `the guard \`${node.getText().slice(0, 60)}\` is not read` }
  return { ...readClass(project, owner), at }
}

function readClass(project: Project, owner: ts.ClassLikeDeclaration): Omit<Guard, 'at'> {
  const name = owner.name?.text ?? 'guard'
  const method = methodOf(project, owner, 'canActivate')
  const scheme = inheritedScheme(project, owner)
  if (!method && scheme === null) {
    return {
      kind: 'unknown',
      scheme: '',
      exceptions: [],
      opensWith: [],
      closesWith: [],
      unreadKey: false,
      readsBody: false,
      reason: `the guard ${name} is not read`,
    }
  }
  const thrown = [method, methodOf(project, owner, 'handleRequest')].flatMap((one) =>
    one ? [throwsOf(project, one)] : [],
  )
  const statuses = new Set(thrown.flatMap(({ exceptions }) => exceptions.map(({ status }) => status)))
  if (scheme !== null) statuses.add(401)
  if (method && mayRefuse(method)) statuses.add(403)
  const text = method?.getText() ?? ''
  const readsBody = /\bbody\b/.test(text)
  const asks = scheme === null ? { kind: identity(statuses, text, readsBody), readsBody } : ofScheme(project, scheme)
  return {
    kind: asks.kind,
    readsBody: asks.readsBody || readsBody,
    scheme: scheme ?? name,
    exceptions: [...statuses].map((status) => ({ status })),
    ...(method ? switches(project, owner, method) : { opensWith: [], closesWith: [], unreadKey: false }),
    ...(method ? { method } : {}),
    reason: `the guard ${name} may ask for something that the document calls security`,
  }
}

/** A guard that refuses with 401, or looks at the header for credentials, asks who the client is. */
function identity(statuses: ReadonlySet<number | null>, text: string, readsBody: boolean): Guard['kind'] {
  if (/authorization/i.test(text)) return 'identity'
  return statuses.has(401) && !readsBody ? 'identity' : 'other'
}

/** What a passport strategy asks for: one of passport-local takes a name and a password from the body. */
function ofScheme(project: Project, scheme: string): Pick<Guard, 'kind' | 'readsBody' | 'reason'> {
  if (scheme !== 'local' && !localSchemes(project).has(scheme))
    return { kind: 'identity', readsBody: false, reason: '' }
  return { kind: 'other', readsBody: true, reason: 'a guard takes the credentials from the body' }
}

const known = new WeakMap<Project, ReadonlySet<string>>()

/** The names under which the project registers strategies of passport-local. */
function localSchemes(project: Project): ReadonlySet<string> {
  const remembered = known.get(project)
  if (remembered) return remembered
  const found = new Set<string>()
  for (const file of project.files) {
    if (!file.text.includes('passport-local')) continue
    for (const statement of file.statements) {
      const base = ts.isClassDeclaration(statement) ? extended(statement) : undefined
      const value = base && project.values.evaluate({ expression: base, scope: moduleScope })
      const made = value && madeBy(value)
      if (!made?.name.endsWith('PassportStrategy') || !made.args[0]) continue
      const strategy = project.values.evaluate(made.args[0])
      const name = plain(project, made.args[1])
      if (strategy.kind === 'import' && strategy.module === 'passport-local' && typeof name === 'string')
        found.add(name)
    }
  }
  known.set(project, found)
  return found
}

/** `AuthGuard('jwt')` of @nestjs/passport. */
function passportScheme(project: Project, value: Value): string | null {
  const made = madeBy(value)
  if (made?.name === 'default' || !made?.name.endsWith('AuthGuard')) return null
  const name = plain(project, made.args[0])
  return typeof name === 'string' ? name : 'passport'
}

/** The guard of @nestjs/throttler, or one that extends it and leaves what it does as it is. */
function isThrottler(project: Project, value: Value): boolean {
  if (value.kind === 'import') return value.module === '@nestjs/throttler' && value.name === 'ThrottlerGuard'
  const owner = classOf(value)
  const base = owner && !methodOf(project, owner, 'canActivate') ? extended(owner) : undefined
  return base !== undefined && isThrottler(project, project.values.evaluate({ expression: base, scope: moduleScope }))
}

function inheritedScheme(project: Project, owner: ts.ClassLikeDeclaration): string | null {
  for (const node of lineageOf(project, owner)) {
    const base = extended(node)
    const scheme = base && passportScheme(project, project.values.evaluate({ expression: base, scope: moduleScope }))
    if (scheme) return scheme
  }
  return null
}

/** Whether some way out of `canActivate` may be false: Nest answers 403 then. */
function mayRefuse(method: ts.MethodDeclaration): boolean {
  return returnedIn(method).some((returned) => {
    if (returned.kind === ts.SyntaxKind.TrueKeyword) return false
    return !/\bsuper\s*\.\s*canActivate/.test(returned.getText())
  })
}

/** The metadata that `canActivate` reads through the Reflector, by what its presence does. */
function switches(
  project: Project,
  owner: ts.ClassLikeDeclaration,
  method: ts.MethodDeclaration,
): Pick<Guard, 'opensWith' | 'closesWith' | 'unreadKey'> {
  const opensWith: unknown[] = []
  const closesWith: unknown[] = []
  let unreadKey = false
  for (const part of lineageOf(project, owner)) {
    for (const read of reflectorReads(part === owner ? method : part)) {
      const key =
        read.arguments[0] &&
        keyOf(project, project.values.evaluate({ expression: read.arguments[0], scope: moduleScope }))
      if (key === null) unreadKey = true
      if (key === undefined || key === null) continue
      const name = variableOf(read)
      if (letsPassWith(method, name, read)) opensWith.push(key)
      else if (letsPassWithout(method, name)) closesWith.push(key)
    }
  }
  return { opensWith, closesWith, unreadKey }
}

function reflectorReads(node: ts.Node): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const search = (at: ts.Node): void => {
    if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
      const { name, expression } = at.expression
      if (/^get(AllAndOverride|AllAndMerge|All)?$/.test(name.text) && /reflector$/i.test(expression.getText()))
        found.push(at)
    }
    ts.forEachChild(at, search)
  }
  search(node)
  return found
}

function variableOf(call: ts.CallExpression): string | null {
  const declaration = ts.findAncestor(call, ts.isVariableDeclaration)
  return declaration ? declaration.name.getText() : null
}

function letsPassWith(method: ts.MethodDeclaration, name: string | null, read: ts.CallExpression): boolean {
  const held = (text: string) =>
    text === name || text === `${name} === true` || text === read.getText() || text.startsWith(`${name} ||`)
  return (
    conditions(method).some(({ text, passes }) => passes && held(text)) ||
    returnedIn(method).some((one) => held(one.getText()))
  )
}

function letsPassWithout(method: ts.MethodDeclaration, name: string | null): boolean {
  if (name === null) return false
  const lacks = (text: string) =>
    text.startsWith(`!${name}`) || text.startsWith(`${name} === undefined`) || text.startsWith(`${name} == null`)
  return (
    conditions(method).some(({ text, passes }) => passes && lacks(text)) ||
    returnedIn(method).some((one) => lacks(one.getText()))
  )
}

/** The conditions of the `if`s, and whether their branch returns true. */
function conditions(method: ts.MethodDeclaration): readonly { readonly text: string; readonly passes: boolean }[] {
  const found: { text: string; passes: boolean }[] = []
  const search = (node: ts.Node): void => {
    if (ts.isIfStatement(node)) {
      const [first] = returnedIn(node.thenStatement)
      found.push({ text: node.expression.getText(), passes: first?.kind === ts.SyntaxKind.TrueKeyword })
    }
    ts.forEachChild(node, search)
  }
  search(method)
  return found
}
