/** The part of the package that is used; it brings no types of its own. */
declare module 'email-reply-parser' {
  export default class EmailReplyParser {
    /** The text without quotations and signature. */
    parseReply(text: string): string;
  }
}
