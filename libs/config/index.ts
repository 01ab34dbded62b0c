export { Config, ConfigError } from './config.js';
export { envExample } from './env-example.js';
export { installationSecret } from './installation-secret.js';
export { settings } from './settings.js';
