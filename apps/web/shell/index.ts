export { FrameScreen } from './frame-screen';
export { usePageTitle } from './page-title';
export { useViewer, type ViewerNow, ViewerProvider } from './viewer';
