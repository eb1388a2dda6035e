/** How a partner's vote follows from those of its people, in a sentence, as the room reads it before it votes. */
import type { PartnerVote } from '../partner-votes';
import { phrasesIn, type Lang } from './rule-in-words';

export function partnerVoteInWords(way: PartnerVote, lang: Lang): string {
  return phrasesIn[lang].partnerVote[way];
}
