import { useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { graphql, sentenceOf } from '../api';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';
import type { Item } from './items';

const Acknowledge = graphql(`
  mutation AcknowledgeItem($input: AcknowledgeInput!) {
    acknowledge(input: $input) {
      expectedResponse {
        id
        status
      }
    }
  }
`);
const Fulfill = graphql(`
  mutation FulfillItem($input: FulfillResponseInput!) {
    fulfillResponse(input: $input) {
      expectedResponse {
        id
        status
      }
    }
  }
`);
const Undo = graphql(`
  mutation UndoItem($input: UndoResponseInput!) {
    undoResponse(input: $input) {
      expectedResponse {
        id
        status
      }
    }
  }
`);
const PutOff = graphql(`
  mutation PutOffItem($input: PutOffResponseInput!) {
    putOffResponse(input: $input) {
      expectedResponse {
        id
        laterUntil
      }
    }
  }
`);

type Answer = Promise<{ error?: CombinedError }>;

/** The reader's acts on what waits for them: shown at once, taken back on a failure or when asked to. */
export function useActs() {
  const { i18n } = useLingui();
  const times = useTimes();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [, acknowledge] = useMutation(Acknowledge);
  const [, fulfill] = useMutation(Fulfill);
  const [, undo] = useMutation(Undo);
  const [, putOff] = useMutation(PutOff);

  const hide = (items: Item[]) => setGone((before) => new Set([...before, ...items.map(({ id }) => id)]));
  const show = (items: Item[]) =>
    setGone((before) => new Set([...before].filter((id) => !items.some((item) => item.id === id))));

  async function act(items: Item[], call: (item: Item) => Answer, back: (item: Item) => Answer, text: string) {
    if (items.length === 0) return;
    hide(items);
    const answered = Promise.all(items.map(call));
    notice({
      text,
      undo: async () => {
        show(items);
        // What is taken back before it was answered would be taken back before it was done.
        const acts = await answered;
        const done = items.filter((_, index) => !acts[index]!.error);
        const failed = (await Promise.all(done.map(back))).find(({ error }) => error)?.error;
        if (failed) notice({ text: sentenceOf(i18n, failed), isProblem: true });
      },
    });
    const answers = await answered;
    const failures = items.filter((_, index) => answers[index]!.error);
    const first = answers.find(({ error }) => error)?.error;
    if (!first) return;
    show(failures);
    notice({ text: sentenceOf(i18n, first), isProblem: true });
  }

  const takeBack = (item: Item) => undo({ input: { expectedResponseId: item.id } });
  return {
    /** Not to be shown any more, though the list may still hold them. */
    gone,
    /** Done without a post: an acknowledgement where that is what was asked. A decision needs a choice, so it stays. */
    done(items: Item[]) {
      const able = items.filter(({ post }) => post.expectation.kind !== 'DECIDE');
      if (able.length < items.length) notice({ text: i18n._('A decision needs your choice: open it to choose.') });
      const call = (item: Item) =>
        item.post.expectation.kind === 'ACKNOWLEDGE'
          ? acknowledge({ input: { expectedResponseId: item.id } })
          : fulfill({ input: { expectedResponseId: item.id } });
      return act(
        able,
        call,
        takeBack,
        i18n._('{count, plural, one {Marked as done.} other {# marked as done.}}', { count: able.length }),
      );
    },
    /** @param until when it would have come back by itself */
    bringBack(item: Item, until: number) {
      return act(
        [item],
        () => putOff({ input: { expectedResponseId: item.id, until: null } }),
        () => putOff({ input: { expectedResponseId: item.id, until: new Date(until).toISOString() } }),
        i18n._('It waits on you again.'),
      );
    },
    later(items: Item[], until: number) {
      const text = i18n._('Later: back {time}.', { time: times.due(until) });
      const call = (item: Item) =>
        putOff({ input: { expectedResponseId: item.id, until: new Date(until).toISOString() } });
      return act(items, call, (item) => putOff({ input: { expectedResponseId: item.id, until: null } }), text);
    },
  };
}
