import { type DocumentNode, visit } from 'graphql';

/**
 * Fields whose value depends on who looks: `viewer…`, a mail address, a signed media address. A document that asks for
 * one of them is rendered for each member of its own; all others once for everybody.
 */
export const isPersonalField = (name: string): boolean =>
  /^viewer|^email$|Url$|^transcript$|^laterUntil$|^undoableUntil$/.test(name);

export function asksPersonally(document: DocumentNode): boolean {
  let isPersonal = false;
  visit(document, {
    Field({ name }) {
      if (isPersonalField(name.value)) isPersonal = true;
    },
  });
  return isPersonal;
}
