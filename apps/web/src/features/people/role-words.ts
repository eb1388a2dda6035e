// What each role is called on screen, and what it may do in a line.
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
