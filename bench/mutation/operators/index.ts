import type { Operator } from '../mutant.js'
import { answerOperators } from './answers.js'
import { choiceOperators } from './choices.js'
import { endpointOperators } from './endpoints.js'
import { parameterOperators } from './parameters.js'
import { propertyOperators } from './properties.js'
import { requestOperators } from './requests.js'
import { typeOperators } from './types.js'
import { valueOperators } from './values.js'

/** Every way in which the benchmark makes a document wrong. */
export const operators = {
  ...propertyOperators,
  ...typeOperators,
  ...valueOperators,
  ...choiceOperators,
  ...parameterOperators,
  ...endpointOperators,
  ...answerOperators,
  ...requestOperators,
} satisfies Record<string, Operator>
