import ts from 'typescript'

/** A call of a method by name. */
export type MethodCall = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression }

const shorthands: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'trace',
  'all',
])
const others: ReadonlySet<string> = new Set([
  'register',
  'route',
  'addHook',
  'addSchema',
  'decorate',
  'decorateReply',
  'setErrorHandler',
])

/** Whether a call may register something on an instance, by its name and the number of its arguments. */
export function isRegistration(call: ts.CallExpression): call is MethodCall {
  if (!ts.isPropertyAccessExpression(call.expression)) return false
  const name = call.expression.name.text
  return others.has(name) ? call.arguments.length > 0 : shorthands.has(name) && call.arguments.length > 1
}
