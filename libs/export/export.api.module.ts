import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ExportRepository } from './export.repository.js';
import { ExportRoutes } from './export.routes.js';
import { OwnExportService } from './own-export.service.js';

@Module({ imports: [IdentityModule], providers: [ExportRepository, ExportRoutes, OwnExportService] })
export class ExportApiModule {}
