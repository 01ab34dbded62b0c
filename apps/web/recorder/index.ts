import './recorder.css';
import { createElement, lazy, Suspense } from 'react';
import type { RecorderSheetProps } from './recorder-dialog';
import type { RecorderStageProps } from './recorder-stage';

export type { Recorder } from './recorder';
export { SourceChoice } from './source-choice';
export type { Source } from './sources';

const LazySheet = lazy(() => import('./recorder-dialog').then((all) => ({ default: all.RecorderDialog })));
const LazyStage = lazy(() => import('./recorder-stage').then((all) => ({ default: all.RecorderStage })));
const LazyPreview = lazy(() => import('./recording-preview').then((all) => ({ default: all.RecordingPreview })));
const LazySafeLine = lazy(() => import('./safe-line').then((all) => ({ default: all.SafeLine })));

/** The recorder over a page; its code comes when it is opened. */
export const RecorderSheet = (props: RecorderSheetProps) =>
  createElement(Suspense, null, createElement(LazySheet, props));
/** The recorder within a page. */
export const RecorderStage = (props: RecorderStageProps) =>
  createElement(
    Suspense,
    { fallback: createElement('div', { className: 'stage asks' }) },
    createElement(LazyStage, props),
  );
export const RecordingPreview = (props: { uploadId: string }) =>
  createElement(Suspense, null, createElement(LazyPreview, props));
export const SafeLine = (props: { uploadId?: string; end?: string[] }) =>
  createElement(Suspense, null, createElement(LazySafeLine, props));
