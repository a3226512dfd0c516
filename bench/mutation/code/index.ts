import { answerEdits } from './answers.js'
import type { CodeEdit } from './edit.js'
import { requestEdits } from './requests.js'
import { routeEdits } from './routes.js'

/** Every way in which the benchmark changes the code under a right document. */
export const codeEdits: Readonly<Record<string, readonly CodeEdit[]>> = {
  ...answerEdits,
  ...requestEdits,
  ...routeEdits,
}
