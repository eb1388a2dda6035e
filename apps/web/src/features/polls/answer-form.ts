// The answer as it is being filled in, and what is still missing before it can be sent. The rule has the last word
// (decideBallot); this only knows which field a refusal belongs to.
import { decideBallot, type Answer, type Choice, type Meeting, type Poll } from '@mufakat/domain';

export interface AnswerForm {
  answer: Answer | '';
  vote: '' | 'yes' | 'no' | 'abstain';
  note: string;
  acceptableIf: string;
  /** `YYYY-MM-DD` or empty. */
  until: string;
  viaSecretary: boolean;
}

export type AnswerField = 'answer' | 'note' | 'until';

export function emptyForm(): AnswerForm {
  return { answer: '', vote: '', note: '', acceptableIf: '', until: '', viaSecretary: false };
}

/** What was sent before, for changing it. */
export function formOf(choice: Choice | undefined): AnswerForm {
  const form = emptyForm();
  if (!choice) return form;
  if (choice.kind === 'vote') return { ...form, vote: choice.vote === 'blank' ? '' : choice.vote };
  const { kind: _, until, ...rest } = choice;
  return { ...form, ...rest, until: until ?? '' };
}

export function choiceOf(poll: Poll, form: AnswerForm): Choice | null {
  if (poll.rung === 'vote' || poll.rung === 'qualified') {
    return form.vote === '' ? null : { kind: 'vote', vote: form.vote };
  }
  if (form.answer === '') return null;
  const { answer, viaSecretary } = form;
  const speaks = answer !== 'agree';
  return {
    kind: 'consent',
    answer,
    note: speaks ? form.note.trim() : '',
    acceptableIf: answer === 'object' ? form.acceptableIf.trim() : '',
    until: answer === 'not-yet' && form.until !== '' ? form.until : null,
    viaSecretary: speaks && viaSecretary,
  };
}

/** Which field keeps it from being sent; null when the rule would take it. */
export function missingField(
  meeting: Meeting,
  poll: Poll,
  form: AnswerForm,
  you: string,
): AnswerField | null {
  const choice = choiceOf(poll, form);
  if (!choice) return 'answer';
  const result = decideBallot(meeting, { ballotId: 'A'.repeat(22), pollId: poll.id, choice }, you);
  if (result.ok) return null;
  if (result.code === 'note_needed') return 'note';
  return result.code === 'date_needed' ? 'until' : null;
}
