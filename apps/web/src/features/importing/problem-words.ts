// What stands in the way of a line of a list, in words.
import { t } from '../../i18n/language.svelte';
import type { PartnerProblem } from './partner-list';
import type { PersonProblem } from './people-list';

export type Problem = PersonProblem | PartnerProblem;

export function problemWords(problem: Problem): string {
  switch (problem.is) {
    case 'nameMissing':
      return t('importing.nameMissing');
    case 'tooLong':
      return t('importing.tooLong', { most: problem.most });
    case 'partnerUnknown':
      return t('importing.partnerUnknown', { said: problem.said });
    case 'roleUnknown':
      return t('importing.roleUnknown', { said: problem.said });
    case 'voteUnknown':
      return t('importing.voteUnknown', { said: problem.said });
    case 'roleCannotVote':
      return t('importing.roleCannotVote');
    case 'delegateNeedsPartner':
      return t('importing.delegateNeedsPartner');
    case 'twice':
      return t('importing.twice', { line: problem.line });
    case 'hereAlready':
      return t('importing.hereAlready');
    case 'nameTaken':
      return t('importing.nameTaken');
    case 'markTaken':
      return t('importing.markTaken', { said: problem.said });
    case 'kindUnknown':
      return problem.said === ''
        ? t('importing.kindMissing')
        : t('importing.kindUnknown', { said: problem.said });
    case 'chamberUnknown':
      return problem.said === ''
        ? t('importing.chamberMissing')
        : t('importing.chamberUnknown', { said: problem.said });
    case 'weightUnknown':
      return t('importing.weightUnknown', { said: problem.said });
  }
}
