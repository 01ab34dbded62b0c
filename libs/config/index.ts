export { Config, ConfigError, type SettingName, type SettingSource } from './config.js';
export { envExample } from './env-example.js';
export { installationSecret } from './installation-secret.js';
export { type SettingType, settingTypes } from './setting.js';
export { type SettingFacts, settingFacts } from './setting-facts.js';
export { settings } from './settings.js';
