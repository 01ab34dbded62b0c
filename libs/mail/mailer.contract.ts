import type { Mail, Mailer } from './mailer.port.js';

/**
 * What every configured adapter of {@link Mailer} promises about what it refuses.
 * @param sentOf how many messages have left
 */
export function mailerContract(name: string, mailerOf: () => Mailer, sentOf: () => number): void {
  describe(`${name} keeps the contract of Mailer`, () => {
    const picture = (contentId: string, contentType: string) => ({ contentId, contentType, content: Buffer.from('x') });
    const mail: Mail = { to: 'ada@example.org', subject: 'Hello', text: 'Hello' };

    it.each<[string, Partial<Mail>, string]>([
      ['a line break in the subject', { subject: 'Hi\r\nBcc: eve@example.org' }, 'subject'],
      ['a bare line feed in the subject', { subject: 'Hi\nX: y' }, 'subject'],
      ['U+0000 in the subject', { subject: 'Hi\u0000' }, 'subject'],
      ['a line break in the recipient', { to: 'ada@example.org\r\nBcc: eve@example.org' }, 'to'],
      ['two recipients', { to: 'ada@example.org, eve@example.org' }, 'to'],
      ['two recipients with names', { to: 'Ada <ada@example.org>, Eve <eve@example.org>' }, 'to'],
      ['a second recipient in the name', { to: 'Eve@example.org, <ada@example.org>' }, 'to'],
      ['a group of recipients', { to: 'all:ada@example.org,eve@example.org;' }, 'to'],
      ['no recipient', { to: '' }, 'to'],
      ['no address', { to: 'Ada' }, 'to'],
      ['a line break in a header', { headers: { 'Reply-By': 'soon\r\nX: y' } }, 'headers.Reply-By'],
      ['a line break in a header name', { headers: { 'X\r\nY': 'z' } }, 'headers.X\r\nY'],
      ['a header of its own', { headers: { bcc: 'eve@example.org' } }, 'headers.bcc'],
      ['a line break in the message id', { messageId: 'a@b\r\nX: y' }, 'messageId'],
      ['a message id in brackets', { messageId: '<a@b>' }, 'messageId'],
      ['a picture that is none', { pictures: [picture('a@b', 'text/html')] }, 'pictures'],
      ['a line break in the id of a picture', { pictures: [picture('a@b\r\nX: y', 'image/jpeg')] }, 'pictures'],
    ])('refuses %s', async (_, fault, field) => {
      await expect(mailerOf().send({ ...mail, ...fault })).rejects.toEqual(
        expect.objectContaining({ reason: 'mail.invalid', code: 'INVALID_INPUT', field }),
      );
    });

    it('has sent none of these, and sends what is fine', async () => {
      const before = sentOf();
      await mailerOf().send(mail);
      expect([before, sentOf()]).toEqual([0, 1]);
    });

    it('finds itself healthy', async () => {
      expect(mailerOf().isConfigured).toBe(true);
      await mailerOf().check();
    });
  });
}
