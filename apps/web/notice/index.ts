export { type Notice, notice, undoLast } from './notice';
export { Notices } from './notices';
