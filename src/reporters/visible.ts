// What a terminal obeys instead of showing: control characters, and the marks that reorder text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be caught.
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Text that cannot move the cursor, colour the screen or hide itself, whatever document or code it came from. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    if (character === '\t') return '  '
    const code = character.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : `\\u{${code.toString(16)}}`
  })
}
