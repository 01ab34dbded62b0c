import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { PlansModule } from '#plans';
import { KnownDocuments } from './known-documents.js';
import { PreparedDocuments } from './prepared-documents.js';

@Module({
  imports: [IdentityModule, PlansModule],
  providers: [PreparedDocuments, KnownDocuments],
  exports: [PreparedDocuments, KnownDocuments],
})
export class PreparedDocumentsModule {}
