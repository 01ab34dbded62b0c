import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DeliverySettingsService } from './deliveries/delivery-settings.service.js';
import { DigestScheduleService } from './digest-schedule.service.js';
import { inHtml, mailPage } from './mail-page.js';
import { type MailKind, UnsubscribeLinks } from './unsubscribe-links.js';

const PATH = '/unsubscribe/:kind/:member/:signature';
interface Params {
  kind: string;
  member: string;
  signature: string;
}

const words: Record<MailKind, { question: string; button: string; done: string }> = {
  digest: {
    question: 'Should your digest come by mail no longer? It stays in the hub.',
    button: 'No digest by mail',
    done: 'Your digest comes by mail no longer. It stays in the hub.',
  },
  deliveries: {
    question: 'Should nothing but your digest come by mail?',
    button: 'No such mails',
    done: 'You get no more mails of this kind. Everything stays in the hub.',
  },
};
const BACK = 'You can change this at any time in the settings of the hub.';

/**
 * Ends mails without signing in. Opening the address asks first, because programs that look through mails open what is
 * in them; the mail program's own button (RFC 8058) and the page's both POST.
 */
@Injectable()
export class UnsubscribeRoutes implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly links: UnsubscribeLinks,
    private readonly schedules: DigestScheduleService,
    private readonly settings: DeliverySettingsService,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter?.getInstance<FastifyInstance>();
    void fastify?.register(async (scope) => {
      // Whatever the program posts, the address says it all.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { bodyLimit: 16_384 }, (_request, payload, done) => {
        payload.resume();
        payload.on('end', () => done(null));
      });
      scope.get<{ Params: Params }>(PATH, async (request, reply) => this.ask(request, reply));
      scope.post<{ Params: Params }>(PATH, async (request, reply) => this.end(request, reply));
    });
  }

  private ask(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): FastifyReply {
    const found = this.read(request);
    if (!found) return unknown(reply);
    const { question, button } = words[found.kind];
    return page(
      reply,
      200,
      `<p>${inHtml(question)}</p><form method="post"><button style="font:inherit;padding:8px 16px">${inHtml(button)}</button></form>`,
    );
  }

  private async end(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): Promise<FastifyReply> {
    const found = this.read(request);
    if (!found) return unknown(reply);
    if (found.kind === 'digest') await this.schedules.endMail(found.memberId);
    else await this.settings.endMail(found.memberId);
    return page(reply, 200, `<p>${inHtml(words[found.kind].done)}</p><p>${inHtml(BACK)}</p>`);
  }

  private read({ params }: FastifyRequest<{ Params: Params }>) {
    return this.links.read(params.kind, params.member, params.signature);
  }
}

const unknown = (reply: FastifyReply): FastifyReply =>
  page(
    reply,
    404,
    '<p>This address is not whole. Copy all of it, or change your mails in the settings of the hub.</p>',
  );

const page = (reply: FastifyReply, status: number, body: string): FastifyReply =>
  reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .send(mailPage('Mails', body));
