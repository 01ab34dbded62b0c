import { HubError } from '#kernel';

export type UnreadableReason = 'media.unreadable' | 'media.no_streams' | 'media.too_large' | 'media.took_too_long';

/**
 * A file that no further attempt can make playable. The message is a sentence for its owner that says what to do;
 * `detail` is what the tool said, for the log.
 */
export class UnreadableMedia extends HubError {
  declare readonly reason: UnreadableReason;

  constructor(
    reason: UnreadableReason,
    message: string,
    readonly detail = '',
  ) {
    super('INVALID_INPUT', reason, message);
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

/** @param what of which there is too much: pixels, hours, bytes */
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

/** This machine is at fault, not the file: worth another attempt. @param detail what the tool said */
export const toolFailed = (detail: string): HubError =>
  new HubError('INTERNAL', 'media.tool_failed', 'The media tools failed on this machine. Try it again later.', {
    cause: new Error(detail),
  });

export const noTools = (detail: string): HubError => new HubError('INTERNAL', 'media.no_tools', detail);
