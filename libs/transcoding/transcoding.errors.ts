/**
 * A file that no further attempt can make playable. The message is a sentence for its owner that says what to do;
 * `detail` is what the tool said, for the log.
 */
export class UnreadableMedia extends Error {
  override readonly name = 'UnreadableMedia';

  constructor(
    readonly reason: 'media.unreadable' | 'media.no_streams' | 'media.too_large' | 'media.took_too_long',
    message: string,
    readonly detail = '',
  ) {
    super(message);
  }
}

export const unreadable = (detail: string): UnreadableMedia =>
  new UnreadableMedia(
    'media.unreadable',
    'This file is damaged or not a recording that can be read. Record or export it again.',
    detail,
  );

export const noStreams = (): UnreadableMedia =>
  new UnreadableMedia(
    'media.no_streams',
    'There is neither picture nor sound in this file. Record or export it again.',
  );

export const tooLarge = (what: string): UnreadableMedia =>
  new UnreadableMedia(
    'media.too_large',
    `This recording has too many ${what} to be processed here. Export it smaller or shorter.`,
  );

export const tookTooLong = (): UnreadableMedia =>
  new UnreadableMedia(
    'media.took_too_long',
    'Processing this file took far longer than its length allows, and was ended. Export it again.',
  );
