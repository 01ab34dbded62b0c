import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { element, xmlDocument } from './xml.js';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

const awkward = fc
  .array(fc.constantFrom('<', '>', '&', '"', "'", ']]>', '&amp;', '<!--', 'ä', '👩‍🔧', ' ', 'x', '\n'), {
    maxLength: 60,
  })
  .map((parts) => `x${parts.join('')}x`);

describe('XML', () => {
  it('says the same to another parser, between tags and in quotes', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const written = xmlDocument(element('a', { b: text }, text));
        expect(XMLValidator.validate(written)).toBe(true);
        expect(parser.parse(written).a).toEqual({ '#text': text, b: text });
      }),
    );
  });

  it('is well-formed whatever is in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = xmlDocument(element('a', { b: text }, element('c', {}, text), element('d')));
        expect(XMLValidator.validate(written)).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
        expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });

  it('leaves out what is not given', () => {
    const written = xmlDocument(element('a', { b: undefined, c: 1 }, undefined, element('d', {}, 'e')));
    expect(written).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a c="1">\n  <d>e</d>\n</a>\n');
  });
});
