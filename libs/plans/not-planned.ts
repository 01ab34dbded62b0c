/** Something that plans do not cover: the document is executed the ordinary way. */
export class NotPlanned extends Error {}
