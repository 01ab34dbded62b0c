import { readMail } from './read-mail.js';
import { replyText } from './reply-text.js';

/** As programs write answers: each with what its person wrote alone. */
const answers: [string, string][] = [
  ['a plain line', 'The blue one.'],
  [
    'quoted below, in English',
    'The blue one.\n\nOn Mon, 23 Nov 2026 at 10:00, Meantime <r-abc@reply.orchard.example> wrote:\n\n> Which colour?\n> For the front door.\n',
  ],
  [
    'quoted below, with the line broken',
    'The blue one.\n\nOn Mon, 23 Nov 2026 at 10:00, Meantime in Orchard\n<r-abc@reply.orchard.example> wrote:\n\n> Which colour?\n',
  ],
  [
    'in German',
    'The blue one.\n\nAm Mo., 23. Nov. 2026 um 10:00 Uhr schrieb Meantime <r-abc@x.example>:\n> Welche Farbe?\n',
  ],
  [
    'in French',
    'The blue one.\n\nLe lun. 23 nov. 2026 à 10:00, Meantime <r-abc@x.example> a écrit :\n> Quelle couleur ?\n',
  ],
  [
    'in Spanish',
    'The blue one.\n\nEl lun, 23 nov 2026 a las 10:00, Meantime (<r-abc@x.example>) escribió:\n> ¿Qué color?\n',
  ],
  [
    'as Outlook does',
    'The blue one.\n\n________________________________\nFrom: Meantime <r-abc@x.example>\nSent: Monday, November 23, 2026 10:00\nTo: Ada Berg <ada@orchard.example>\nSubject: Ben asks: Which colour?\n\nWhich colour?\n',
  ],
  ['with a signature', 'The blue one.\n\n-- \nAda Berg\nOrchard, Berlin\n'],
  ['with a signature whose blank was lost', 'The blue one.\n\n--\nAda Berg\nOrchard, Berlin\n'],
  [
    'from a phone',
    'The blue one.\n\nSent from my iPhone\n\nOn 23 Nov 2026, at 10:00, Meantime <r-abc@x.example> wrote:\n\n> Which colour?\n',
  ],
];

describe('what somebody wrote above what they answer', () => {
  it.each(answers)('%s', (_, text) => expect(replyText(text)).toBe('The blue one.'));

  it('keeps paragraphs, lists and lines that only look like quotations in the middle', () => {
    const text = 'First:\n\n- one\n- two\n\nOn Monday we wrote: fine.\n\nSecond.';
    expect(replyText(text)).toBe(text);
  });

  it('is nothing where nothing was written', () => {
    expect(replyText('\n\nOn Mon, 23 Nov 2026 at 10:00, Meantime <r@x.example> wrote:\n> Which colour?')).toBe('');
    expect(replyText('')).toBe('');
  });

  it('comes to an end for whatever is sent', () => {
    for (const odd of ['\n', '> ', 'On ', ' ', '-', 'From: ', '_', '\r', '\n \n', 'wrote:\n', '<', 'Le '])
      expect(replyText(odd.repeat(60_000)).length).toBeLessThanOrEqual(40_000);
  });

  it('is made from HTML where there is no plain text', async () => {
    const mail = await readMail(
      Buffer.from(
        'From: ada@orchard.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The <b>blue</b> one.</p><script>alert(1)</script>',
      ),
    );
    expect(replyText(mail.text)).toBe('The blue one.');
  });
});
