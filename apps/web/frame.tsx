import { lazy } from 'react';
import { FrameScreen } from './shell';

const Palette = lazy(() => import('./search').then((search) => ({ default: search.Palette })));

/** The frame with what stands above it. */
export const Frame = () => <FrameScreen Palette={Palette} />;
