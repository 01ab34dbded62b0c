import { createElement, lazy, Suspense } from 'react';
import type { ExpectationSheetProps } from './expectation-dialog';

export type { ExpectationInput } from './asking';
export type { Draft } from './draft';
/** Drafts that are on this device, also those that the server never got. */
export { draftStore } from './draft-store';
export { handlesIn } from './mentions';

const LazySheet = lazy(() => import('./expectation-dialog').then((all) => ({ default: all.ExpectationDialog })));

/** What a reply asks for; its code comes when it is opened. */
export const ExpectationSheet = (props: ExpectationSheetProps) =>
  createElement(Suspense, null, createElement(LazySheet, props));
