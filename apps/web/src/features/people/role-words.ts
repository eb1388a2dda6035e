// What each role is called on screen.
import type { Role } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';

export function roleName(role: Role): string {
  switch (role) {
    case 'chair':
      return t('people.chair');
    case 'facilitator':
      return t('people.facilitator');
    case 'operator':
      return t('people.operator');
    case 'secretary':
      return t('people.secretary');
    case 'delegate':
      return t('people.delegate');
    case 'participant':
      return t('people.participant');
    case 'resource':
      return t('people.resource');
    case 'guest':
      return t('people.guest');
    case 'companion':
      return t('people.companion');
    case 'interpreter':
      return t('people.interpreter');
    case 'scribe':
      return t('people.scribe');
    case 'observer':
      return t('people.observer');
    case 'screen':
      return t('people.screen');
  }
}
