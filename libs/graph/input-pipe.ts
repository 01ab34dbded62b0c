import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalidInput } from '#kernel';
import { nulCharacter } from './graph.errors.js';
import { holdsNul } from './holds-nul.js';

/** The one ValidationPipe: what class-validator finds in an input becomes our refusal, with the first wrong field. */
class InputPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom' && holdsNul(value)) throw nulCharacter();
    return super.transform(value, metadata);
  }
}

export const inputPipe = (): ValidationPipe =>
  new InputPipe({
    transform: true,
    whitelist: false,
    forbidUnknownValues: false,
    exceptionFactory: (findings) => {
      const { field, sentence } = firstFinding(findings);
      return invalidInput('input.invalid', sentence, { field });
    },
  });

function firstFinding(findings: ValidationError[], path = ''): { field: string; sentence: string } {
  const finding = findings[0]!;
  const field = path ? `${path}.${finding.property}` : finding.property;
  if (finding.children?.length) return firstFinding(finding.children, field);
  const said = Object.values(finding.constraints ?? {})[0] ?? `${finding.property} is not valid`;
  return { field, sentence: `${said.charAt(0).toUpperCase()}${said.slice(1)}.` };
}
