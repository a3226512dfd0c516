import type { Rule } from '../model/rule.js'
import { bodyMismatch } from './body-mismatch.js'
import { constraintMismatch } from './constraint-mismatch.js'
import { deprecationMismatch } from './deprecation-mismatch.js'
import { enumMismatch } from './enum-mismatch.js'
import { formatMismatch } from './format-mismatch.js'
import { invalidDocument } from './invalid-document.js'
import { mediaTypeMismatch } from './media-type-mismatch.js'
import { movedEndpoint } from './moved-endpoint.js'
import { nullableMismatch } from './nullable-mismatch.js'
import { requiredMismatch } from './required-mismatch.js'
import { securityMismatch } from './security-mismatch.js'
import { typeMismatch } from './type-mismatch.js'
import { unacceptedRequestField } from './unaccepted-request-field.js'
import { undocumentedEndpoint } from './undocumented-endpoint.js'
import { undocumentedHeader } from './undocumented-header.js'
import { undocumentedParameter } from './undocumented-parameter.js'
import { undocumentedRequestField } from './undocumented-request-field.js'
import { undocumentedResponseField } from './undocumented-response-field.js'
import { undocumentedStatus } from './undocumented-status.js'
import { unimplementedEndpoint } from './unimplemented-endpoint.js'
import { unimplementedParameter } from './unimplemented-parameter.js'
import { unsentHeader } from './unsent-header.js'
import { unsentResponseField } from './unsent-response-field.js'
import { unsentStatus } from './unsent-status.js'
import { unserialisableValue } from './unserialisable-value.js'

/** Every rule by its id. */
export const rules = {
  'undocumented-endpoint': undocumentedEndpoint,
  'unimplemented-endpoint': unimplementedEndpoint,
  'moved-endpoint': movedEndpoint,
  'undocumented-parameter': undocumentedParameter,
  'unimplemented-parameter': unimplementedParameter,
  'undocumented-request-field': undocumentedRequestField,
  'unaccepted-request-field': unacceptedRequestField,
  'undocumented-response-field': undocumentedResponseField,
  'unsent-response-field': unsentResponseField,
  'undocumented-status': undocumentedStatus,
  'unsent-status': unsentStatus,
  'undocumented-header': undocumentedHeader,
  'unsent-header': unsentHeader,
  'type-mismatch': typeMismatch,
  'required-mismatch': requiredMismatch,
  'nullable-mismatch': nullableMismatch,
  'enum-mismatch': enumMismatch,
  'format-mismatch': formatMismatch,
  'constraint-mismatch': constraintMismatch,
  'body-mismatch': bodyMismatch,
  'media-type-mismatch': mediaTypeMismatch,
  'security-mismatch': securityMismatch,
  'deprecation-mismatch': deprecationMismatch,
  'unserialisable-value': unserialisableValue,
  'invalid-document': invalidDocument,
} satisfies Record<string, Rule>
