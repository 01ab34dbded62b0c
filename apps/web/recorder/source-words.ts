import type { I18n } from '@lingui/core';
import type { IconName } from '../design';
import type { Source } from './sources';

export const sourceIcons: Record<Source, IconName> = {
  screen: 'screen',
  camera: 'camera',
  both: 'person',
  voice: 'microphone',
};

export function sourceName(i18n: I18n, source: Source): string {
  switch (source) {
    case 'screen':
      return i18n._('Screen');
    case 'camera':
      return i18n._('Camera');
    case 'both':
      return i18n._('Screen and camera');
    case 'voice':
      return i18n._('Voice');
  }
}
