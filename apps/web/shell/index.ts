export { FrameScreen } from './frame-screen';
export { useLiveInbox } from './live-inbox';
export { usePageTitle } from './page-title';
export { useViewer, type ViewerNow, ViewerProvider } from './viewer';
