import type { Decoration, OwnDecoration } from '../../decorators/decoration.js'

/** Whether a decorator of the project, looked into no further, may describe what it stands over. */
export function mayDecorate(one: Decoration | OwnDecoration): boolean {
  if (one.module !== null) return false
  if (one.value.kind === 'function') return /\bApi[A-Z]/.test(one.value.node.getText())
  return one.value.kind === 'unknown' || one.value.kind === 'choice'
}
