import ts from 'typescript'
import { createScopesOf } from './callers.js'
import { called } from './calls.js'
import { dataOf } from './data.js'
import type { Evaluator } from './evaluator.js'
import { expressionValue } from './expressions.js'
import { createFrames } from './frames.js'
import type { Machine } from './machine.js'
import { memberValue } from './members.js'
import { createMemory } from './memory.js'
import { givenValue, moduleScope, visibleFrom } from './scope.js'
import { createSites } from './sites.js'
import { unknown } from './values.js'

interface EvaluatorOptions {
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  /** Where call sites are looked for; absent: all files that are no declarations and no dependencies. */
  readonly files?: readonly ts.SourceFile[]
}

/** An evaluator over one program. It reads lazily: nothing is looked at before it is asked for. */
export function createEvaluator({ program, checker, files }: EvaluatorOptions): Evaluator {
  const isOwn = (file: ts.SourceFile) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file)
  const memory = createMemory()
  const machine: Machine = {
    checker,
    program,
    isOwn,
    sites: createSites(() => files ?? program.getSourceFiles().filter(isOwn), checker),
    frames: createFrames(),
    resolve: (specifier) => resolveModule(machine, specifier),
    evaluate(reference) {
      const given = givenValue(reference)
      if (given) return given
      const scope = visibleFrom(reference.expression, reference.scope)
      return memory.once(reference.expression, scope, () => expressionValue(machine, reference.expression, scope))
    },
    property(value, name) {
      if (value.kind === 'object') {
        return memory.once(value.node, value.scope, () => memberValue(machine, value, name), `.${name}`)
      }
      return memory.within(
        () => memberValue(machine, value, name),
        () => unknown('the code is nested too deep to be followed', nodeOf(value)),
      )
    },
    call: (value, args, node) => called(machine, value, args, node, args[0]?.scope ?? moduleScope),
    apply: (value, args, site) => called(machine, value, args, site, moduleScope),
    enter: (declaration, step) => memory.enter(declaration, step),
    scopesOf: (node) => memory.together(() => scopesOf(node)),
    originOf: (scope) => machine.frames.originOf(scope),
    literal: (value) => dataOf(machine, value),
  }
  const scopesOf = createScopesOf(machine)
  return machine
}

function nodeOf(value: Parameters<Evaluator['property']>[0]): ts.Node {
  if ('node' in value) return value.node
  if (value.kind === 'namespace') return value.file
  const [first] = value.options
  return first ? nodeOf(first) : ts.factory.createNull()
}

function resolveModule(machine: Machine, specifier: ts.Expression): ts.SourceFile | undefined {
  if (!ts.isStringLiteralLike(specifier)) return undefined
  const declared = machine.checker.getSymbolAtLocation(specifier)?.declarations?.find((each) => ts.isSourceFile(each))
  const file = declared && ts.isSourceFile(declared) ? declared : resolveByName(machine.program, specifier)
  return file && machine.isOwn(file) ? file : undefined
}

/** `require('./x')` in a TypeScript file is no import to the compiler, but leads to a file all the same. */
function resolveByName(program: ts.Program, specifier: ts.StringLiteralLike): ts.SourceFile | undefined {
  if (!specifier.text.startsWith('.')) return undefined
  const from = specifier.getSourceFile().fileName
  const base = `${from.slice(0, from.lastIndexOf('/'))}/${specifier.text}`
  const plain = base.replace(/\.[cm]?js$/, '')
  for (const path of [plain, `${plain}/index`]) {
    for (const extension of ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']) {
      const file = program.getSourceFile(ts.sys.resolvePath(path + extension))
      if (file) return file
    }
  }
  return undefined
}
