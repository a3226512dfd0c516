import { SetMetadata } from '@nestjs/common'

export const IS_PUBLIC_KEY = 'isPublic'

/** Lets a request pass that does not show who sends it. */
export const Public = () => SetMetadata(IS_PUBLIC_KEY, true)
