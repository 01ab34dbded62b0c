export { ExportApiModule } from './export.api.module.js';
