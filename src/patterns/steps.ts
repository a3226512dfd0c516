/**
 * More steps than a match of the pattern against a text of this length can take, by a rough count: each repetition can end
 * at any letter, each choice doubles the ways, and a repetition around others has no bound.
 */
export function stepsOf(pattern: string, length: number): number {
  const letters = length + 1
  const plain = pattern.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x')
  if (/\)[*+{]/.test(plain)) return Number.POSITIVE_INFINITY
  const repetitions = count(plain, /[*+{]/g)
  const choices = count(plain, /[?|]/g)
  // A match may start at any letter.
  return plain.length * letters ** (repetitions + 1) * 2 ** choices
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0
}
