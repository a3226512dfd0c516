import ts from 'typescript'
import type { Project } from '../../project.js'
import { richerThanDeclared, saysNothing, typesGivenBack } from './given-back.js'

/** The values of a handler by the way they travel. */
interface Sent {
  readonly json: readonly ts.Type[]
  /** Text, numbers and booleans: Nest writes them with `String(…)`. */
  readonly text: readonly ts.Type[]
  readonly stream: boolean
  /** Bare values beside an object: signs between functions, as far as the types can tell. */
  readonly signs: readonly ts.Type[]
  /** Something beside them may be sent, or nothing: the result is `any`. */
  readonly unknown: boolean
  /** Some way gives back nothing, or `null`: an interceptor that puts the value into an object is handed either. */
  readonly absent: { readonly undefined: boolean; readonly null: boolean }
}

const noValue = ts.TypeFlags.Undefined | ts.TypeFlags.Void
const nothing = noValue | ts.TypeFlags.Null | ts.TypeFlags.Never
const scalar = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike

/**
 * What a handler sends, by its declared or inferred result. `null` and `undefined` are sent as nothing. Beside an object,
 * a bare boolean, number or text in the result is a sign that leaves by a throw, as far as the types can tell: it is
 * kept apart, because a type is no proof that it is ever sent.
 */
export function sentTypes(project: Project, handler: ts.MethodDeclaration, controller: ts.ClassLikeDeclaration): Sent {
  const { checker } = project
  const signature = signatureIn(project, controller, handler)
  if (!signature) {
    const absent = { undefined: false, null: false }
    return { json: [], text: [], stream: false, signs: [], unknown: false, absent }
  }
  const type = unwrapped(project, checker.getReturnTypeOfSignature(signature))
  const unwrap = (one: ts.Type): ts.Type => unwrapped(project, one)
  const given = saysNothing(type)
    ? typesGivenBack(project, handler, unwrap)
    : (richerThanDeclared(project, handler, type, unwrap) ?? [type])
  const all = [...new Set(given.filter((one) => !saysNothing(one)).flatMap(armsOf))]
  const parts = all.filter((one) => (one.flags & nothing) === 0)
  const text = parts.filter((one) => (one.flags & scalar) !== 0)
  const rest = parts.filter((one) => (one.flags & scalar) === 0)
  const streams = rest.filter((one) => one.symbol?.name === 'StreamableFile')
  const objects = rest.filter((one) => !streams.includes(one))
  return {
    json: objects,
    text: rest.length > 0 ? [] : text.length === parts.length && text.length > 1 && given[0] === type ? [type] : text,
    stream: streams.length > 0,
    signs: rest.length > 0 ? text : [],
    unknown: given.some(saysNothing),
    absent: {
      undefined: all.some((one) => (one.flags & noValue) !== 0),
      null: all.some((one) => (one.flags & ts.TypeFlags.Null) !== 0),
    },
  }
}

/** The signature of a handler as a controller has it, where the class that it inherits it from leaves a type open. */
function signatureIn(
  { checker }: Project,
  controller: ts.ClassLikeDeclaration,
  handler: ts.MethodDeclaration,
): ts.Signature | undefined {
  const own = checker.getSignatureFromDeclaration(handler)
  if (handler.parent === controller) return own
  const inherited = checker.getTypeAtLocation(controller).getProperty(handler.name.getText())
  const [only, ...more] = inherited ? checker.getTypeOfSymbolAtLocation(inherited, controller).getCallSignatures() : []
  return only?.declaration === handler && more.length === 0 ? only : own
}

function armsOf(type: ts.Type): readonly ts.Type[] {
  if (!type.isUnion()) return [type]
  return type.flags & (ts.TypeFlags.BooleanLike | ts.TypeFlags.EnumLike) ? [type] : type.types
}

/** The value inside `Promise` and `Observable`, to any depth. */
function unwrapped(project: Project, type: ts.Type): ts.Type {
  const awaited = project.checker.getAwaitedType(type) ?? type
  const name = awaited.symbol?.name
  if (name !== 'Observable') return awaited
  // Only a reference type has arguments; an Observable is one wherever it comes from.
  const [inner] = project.checker.getTypeArguments(awaited as ts.TypeReference)
  return inner ? unwrapped(project, inner) : awaited
}
