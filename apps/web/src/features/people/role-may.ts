// What each role may do, in a line. Apart from its name, which the first join shows.
import type { Role } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';

export function roleMay(role: Role): string {
  switch (role) {
    case 'chair':
      return t('host.mayChair');
    case 'facilitator':
      return t('host.mayFacilitator');
    case 'operator':
      return t('host.mayOperator');
    case 'secretary':
      return t('host.maySecretary');
    case 'delegate':
      return t('host.mayDelegate');
    case 'participant':
      return t('host.mayParticipant');
    case 'resource':
      return t('host.mayResource');
    case 'guest':
      return t('host.mayGuest');
    case 'companion':
      return t('host.mayCompanion');
    case 'interpreter':
      return t('host.mayInterpreter');
    case 'scribe':
      return t('host.mayScribe');
    case 'observer':
      return t('host.mayObserver');
    case 'screen':
      return t('host.mayScreen');
  }
}
