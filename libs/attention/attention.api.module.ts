import { Module } from '@nestjs/common';
import { AttentionModule } from './attention.module.js';
import { DigestResolver, ViewerDigestsResolver } from './digest.resolver.js';

@Module({ imports: [AttentionModule], providers: [DigestResolver, ViewerDigestsResolver], exports: [AttentionModule] })
export class AttentionApiModule {}
