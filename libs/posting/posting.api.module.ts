import { Module } from '@nestjs/common';
import { PostingModule } from './posting.module.js';
import { PostingResolver } from './posting.resolver.js';

@Module({ imports: [PostingModule], providers: [PostingResolver], exports: [PostingModule] })
export class PostingApiModule {}
