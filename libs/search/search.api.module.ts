import { Module } from '@nestjs/common';
import { ThreadsModule } from '#threads';
import { SearchRepository } from './search.repository.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

@Module({ imports: [ThreadsModule], providers: [SearchRepository, SearchResolver, SearchService] })
export class SearchApiModule {}
