import ts from 'typescript'

/** Whatever `Number` reads as a finite number is a `${number}` to the compiler: `.5`, `+1`, `1e5`, `0x1f`, with spaces around. */
const numberPattern =
  '(?:\\s*[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?\\s*|\\s*0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)\\s*|\\s+)'

/** The regular expression that the strings of a template literal type (or of a span of one) match. */
export function templatePattern(type: ts.Type, checker: ts.TypeChecker): string {
  return `^${spanPattern(type, checker)}$`
}

function spanPattern(type: ts.Type, checker: ts.TypeChecker): string {
  if (isTemplate(type)) {
    const [head = '', ...rest] = type.texts
    return rest.reduce((all, text, index) => {
      const span = type.types[index]
      return all + (span === undefined ? '' : spanPattern(span, checker)) + escapePattern(text)
    }, escapePattern(head))
  }
  if (type.isStringLiteral()) return escapePattern(type.value)
  if (type.isNumberLiteral()) return escapePattern(String(type.value))
  if (type.isUnion()) return `(?:${type.types.map((member) => spanPattern(member, checker)).join('|')})`
  if (type.flags & ts.TypeFlags.Number) return numberPattern
  if (type.flags & ts.TypeFlags.BigInt) return '-?[0-9]+'
  if (type.flags & (ts.TypeFlags.BooleanLiteral | ts.TypeFlags.Null | ts.TypeFlags.Undefined))
    return checker.typeToString(type)
  return '[\\s\\S]*'
}

function isTemplate(type: ts.Type): type is ts.TemplateLiteralType {
  return (type.flags & ts.TypeFlags.TemplateLiteral) !== 0
}

/** The text as a regular expression that matches just it. */
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
