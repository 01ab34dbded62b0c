export { overSocketOnly } from './live.errors.js';
export { LiveModule } from './live.module.js';
export { LiveSocketServer } from './live-socket.server.js';
export { isPersonalField } from './personal-fields.js';
