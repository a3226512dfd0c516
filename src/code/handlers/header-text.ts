/** What is known of any header's value before anything is known of it. */
export const headerText = { type: ['string'], inexact: 'a header value is a string on the wire' } as const
