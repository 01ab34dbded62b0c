import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localId } from '#kernel';
import { answerError, FileAnswer, noSuchMedia, ServedFiles, TranscriptService } from '#media';
import { FeedDoor } from '../feed-door.js';

interface EpisodeRoute {
  Params: { token: string; media: string; file: string };
}

/** What a podcast lists of a recording; nothing else of it is behind a podcast's address. */
const listed: ReadonlySet<string> = new Set(['AUDIO', 'MP4', 'POSTER']);

/**
 * The files of a podcast, under its own secret: players come back to an address for hours, and keep it for months, so
 * signed addresses of minutes do not serve. The right to see the recording is asked for at each request.
 */
@Injectable()
export class EpisodeRoutes implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly door: FeedDoor,
    private readonly files: ServedFiles,
    private readonly transcripts: TranscriptService,
    private readonly answer: FileAnswer,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    void fastify?.register(async (scope) => {
      scope.setErrorHandler((error, _request, reply) => answerError(error, reply));
      scope.route<EpisodeRoute>({
        method: ['GET', 'HEAD'],
        url: '/feeds/:token/episodes/:media/:file',
        exposeHeadRoute: false,
        handler: (request, reply) => this.serve(request, reply),
      });
    });
  }

  private async serve(request: FastifyRequest<EpisodeRoute>, reply: FastifyReply): Promise<FastifyReply> {
    const { token, media, file } = request.params;
    const { memberId } = await this.door.open(token, 'PODCAST', 'file', request, reply);
    const mediaId = localId('Media', media);
    if (!mediaId) throw noSuchMedia();
    // Kept by who has fetched it, and asked for anew before it is used again.
    reply.header('cache-control', 'private, no-cache');
    if (file === 'transcript.vtt') {
      const captions = await this.transcripts.captions(memberId, mediaId);
      if (captions === undefined) throw noSuchMedia();
      return reply.type('text/vtt; charset=utf-8').send(captions);
    }
    if (file === 'chapters.json') {
      const chapters = await this.transcripts.chapters(memberId, mediaId);
      if (chapters === undefined) throw noSuchMedia();
      return reply.type('application/json+chapters; charset=utf-8').send(chaptersFile(chapters));
    }
    const found = await this.files.findNow(memberId, mediaId, file);
    if (!found || !listed.has(found.rendition)) throw noSuchMedia();
    return this.answer.send(found, found.isInline, request, reply);
  }
}

/** @see https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md */
const chaptersFile = (chapters: readonly { title: string; startSeconds: number }[]): string =>
  JSON.stringify({
    version: '1.2.0',
    chapters: chapters.map(({ title, startSeconds }) => ({ startTime: startSeconds, title })),
  });
