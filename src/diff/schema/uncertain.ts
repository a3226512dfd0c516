/** What is known of a part says nothing where it is not known which of the whole values there are. */
export const uncertain = 'what holds it is not known exactly'
