import ts from 'typescript'
import { assignedLater, loopElements } from './assignments.js'
import { bindingElementValue, parameterValue } from './bindings.js'
import type { Machine } from './machine.js'
import { followAlias, moduleValue } from './modules.js'
import { isValue, lookup, moduleScope, visibleFrom } from './scope.js'
import type { Scope, Value } from './value.js'
import { choice, literal, platform, unknown } from './values.js'

/** What a name stands for where it is written. */
export function identifierValue(machine: Machine, name: ts.Identifier, scope: Scope): Value {
  if (name.text === 'undefined') return literal(undefined, name)
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? machine.checker.getShorthandAssignmentValueSymbol(name.parent)
    : machine.checker.getSymbolAtLocation(name)
  if (!symbol) return platform(name.text, name)
  return symbolValue(machine, symbol, scope, name)
}

/** What a declared name stands for. `scope` is where it is read; the declaration sees the part of it that stands around it. */
export function symbolValue(machine: Machine, symbol: ts.Symbol, scope: Scope, node: ts.Node): Value {
  const target = followAlias(machine, symbol, node)
  if ('value' in target) return target.value
  const declaration = bestDeclaration(target.symbol)
  if (!declaration) return platform(symbol.name, node)
  const elsewhere = declaredElsewhere(machine, declaration)
  if (elsewhere) return symbolValue(machine, elsewhere, scope, node)
  if (!machine.isOwn(declaration.getSourceFile())) return platform(symbol.name, node)
  return declarationValue(machine, declaration, scope, node)
}

/** `const useStore: typeof import('../server/utils/store').useStore`, as a framework declares what it imports by itself. */
function declaredElsewhere(machine: Machine, declaration: ts.Declaration): ts.Symbol | undefined {
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer || !declaration.type) return undefined
  if (!ts.isImportTypeNode(declaration.type) || !declaration.type.isTypeOf || !declaration.type.qualifier)
    return undefined
  const target = machine.checker.getSymbolAtLocation(declaration.type.qualifier)
  const file = target && bestDeclaration(target)?.getSourceFile()
  return file && machine.isOwn(file) ? target : undefined
}

function bestDeclaration(symbol: ts.Symbol): ts.Declaration | undefined {
  const declarations = symbol.declarations ?? []
  return (
    declarations.find((each) => ts.isFunctionDeclaration(each) && each.body) ??
    symbol.valueDeclaration ??
    declarations.find((each) => ts.isExportAssignment(each)) ??
    declarations[0]
  )
}

function declarationValue(machine: Machine, declaration: ts.Declaration, from: Scope, node: ts.Node): Value {
  const scope = visibleFrom(declaration, from)
  const bound = lookup(from, declaration)
  if (bound) return isValue(bound) ? bound : machine.evaluate(bound)
  if (ts.isVariableDeclaration(declaration)) return variableValue(machine, declaration, scope)
  if (ts.isParameter(declaration)) return parameterValue(machine, declaration, from)
  if (ts.isBindingElement(declaration)) return bindingElementValue(machine, declaration, from)
  if (ts.isFunctionDeclaration(declaration)) return { kind: 'function', node: declaration, scope }
  if (ts.isClassLike(declaration))
    return { kind: 'class', node: declaration, scope: visibleFrom(declaration.parent, from) }
  if (ts.isEnumDeclaration(declaration)) return { kind: 'enum', node: declaration }
  if (ts.isExportAssignment(declaration))
    return machine.evaluate({ expression: declaration.expression, scope: moduleScope })
  if (ts.isSourceFile(declaration)) return { kind: 'namespace', file: declaration }
  if (ts.isImportEqualsDeclaration(declaration) && ts.isExternalModuleReference(declaration.moduleReference)) {
    return moduleValue(machine, declaration.moduleReference.expression, node)
  }
  if (ts.isShorthandPropertyAssignment(declaration)) {
    return machine.evaluate({ expression: declaration.name, scope })
  }
  if (ts.isPropertyAssignment(declaration)) return machine.evaluate({ expression: declaration.initializer, scope })
  const assigned = commonJsExport(declaration)
  if (assigned) return machine.evaluate({ expression: assigned, scope: moduleScope })
  return unknown(`\`${declaration.getText().slice(0, 40)}\` is not read`, node)
}

/** `module.exports = x` and `exports.name = x` of a JavaScript file. */
function commonJsExport(declaration: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(declaration)) return declaration.right
  const parent = declaration.parent
  return parent && ts.isBinaryExpression(parent) && parent.left === declaration ? parent.right : undefined
}

function variableValue(machine: Machine, declaration: ts.VariableDeclaration, scope: Scope): Value {
  const list = declaration.parent
  if (ts.isVariableDeclarationList(list) && ts.isForOfStatement(list.parent)) {
    const elements = loopElements(machine, list.parent, scope)
    return choice(
      elements.map((each) => machine.evaluate(each)),
      declaration,
    )
  }
  const initial = declaration.initializer && machine.evaluate({ expression: declaration.initializer, scope })
  const later = assignedLater(machine, declaration, scope)
  if (!initial && ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Ambient) {
    return platform(declaration.name.getText(), declaration)
  }
  if (later.length === 0)
    return initial ?? unknown(`\`${declaration.name.getText()}\` is never given a value`, declaration)
  const first = initial && !(initial.kind === 'literal' && (initial.value === undefined || initial.value === null))
  return choice([...(first ? [initial] : []), ...later], declaration)
}
