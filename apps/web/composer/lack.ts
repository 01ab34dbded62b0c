import type { I18n } from '@lingui/core';
import { lackOf } from './asking';
import type { Draft } from './draft';

/** What is still missing before it can be sent, the first thing first; undefined: nothing. */
export function lackInWords(
  i18n: I18n,
  draft: Draft,
  { isRecording, now }: { isRecording: boolean; now: number },
): string | undefined {
  if (!draft.channelId && draft.people.length === 0) return i18n._('Say where it goes: a channel, or people.');
  if (!draft.title.trim()) return i18n._('Give it a title: people decide by it when to read.');
  if (!draft.body.trim() && draft.attachments.length === 0 && !isRecording)
    return i18n._('Write something, record it, or add a file.');
  switch (lackOf(draft.asking, now)) {
    case 'options':
      return i18n._('Name at least two different options to choose from.');
    case 'past':
      return i18n._('The time you set is over: set one that is still to come.');
    default:
      return undefined;
  }
}
