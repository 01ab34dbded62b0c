import { readMail } from '#mail';
import { verdictOf } from './mail-verdict.js';

const mail = (...headers: string[]) =>
  readMail(Buffer.from([...headers, 'From: Ada <ada@orchard.example>', 'Subject: Re: x', '', 'Yes.'].join('\r\n')));
const trusted = 'mx.orchard.example';
const proven = (results: string) =>
  mail(`Authentication-Results: ${trusted}; ${results}`).then((one) => verdictOf(one, trusted));

describe('the verdict on a mail', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated (vacation)',
    'Precedence: bulk',
    'Precedence: list',
    'List-Id: <all.orchard.example>',
    'X-Loop: me',
    'X-Meantime: refusal',
    'Return-Path: <>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
  ])('%s: a machine wrote it', async (header) => expect(verdictOf(await mail(header), '')).toBe('AUTOMATIC'));

  it.each(['Auto-Submitted: no', 'Precedence: first-class', 'X-Mailer: something'])(
    '%s: a person did',
    async (header) => expect(verdictOf(await mail(header), '')).toBe('HEARD'),
  );

  it.each([
    ['dmarc=pass header.from=orchard.example', 'HEARD'],
    ['dkim=pass header.d=orchard.example', 'HEARD'],
    ['dkim=pass (good; dkim=fail) header.i=@orchard.example', 'HEARD'],
    ['spf=pass smtp.mailfrom=ada@orchard.example', 'HEARD'],
    ['spf=fail smtp.mailfrom=ada@orchard.example; dkim=pass header.d=orchard.example', 'HEARD'],
    ['none', 'NOT_PROVEN'],
    ['spf=pass smtp.mailfrom=evil.example', 'NOT_PROVEN'],
    ['dkim=pass header.d=evil.example', 'NOT_PROVEN'],
    ['dkim=pass header.d=notorchard.example', 'NOT_PROVEN'],
    ['dkim=fail header.d=orchard.example', 'NOT_PROVEN'],
    ['spf=softfail smtp.mailfrom=orchard.example', 'NOT_PROVEN'],
    ['dkim=none (dkim=pass header.d=orchard.example)', 'NOT_PROVEN'],
    ['dmarc=fail; spf=pass smtp.mailfrom=orchard.example', 'NOT_PROVEN'],
  ])('%s: %s', async (results, verdict) => expect(await proven(results)).toBe(verdict));

  it('hears the trusted server alone, and of that what it wrote last', async () => {
    const forged = await mail('Authentication-Results: mx.evil.example; dmarc=pass');
    expect(verdictOf(forged, trusted)).toBe('NOT_PROVEN');
    const both = await mail(
      `Authentication-Results: ${trusted}; dmarc=fail`,
      `Authentication-Results: ${trusted}; dmarc=pass`,
    );
    expect(verdictOf(both, trusted)).toBe('NOT_PROVEN');
    expect(verdictOf(await mail(), '')).toBe('HEARD');
  });

  it('needs one sender', async () => {
    expect(verdictOf(await readMail(Buffer.from('Subject: x\r\n\r\nYes.')), '')).toBe('NO_SENDER');
    const two = await readMail(Buffer.from('From: a@x.example, b@x.example\r\nSubject: x\r\n\r\nYes.'));
    expect(verdictOf(two, '')).toBe('NO_SENDER');
  });
});
