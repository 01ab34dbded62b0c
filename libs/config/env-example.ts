import { settings } from './settings.js';

/** The text of `.env.example`: every setting with its reason and default. A test holds the committed file to it. */
export function envExample(): string {
  const lines = ['# Every setting of the hub. All are optional; NAME_FILE=path takes a value from a file.'];
  for (const [name, setting] of Object.entries(settings)) {
    const shown = name === 'MEANTIME_DATA_DIR' ? './data' : String(setting.defaultValue);
    lines.push('', `# ${setting.description}`, `# ${name}=${shown}`);
  }
  return `${lines.join('\n')}\n`;
}
