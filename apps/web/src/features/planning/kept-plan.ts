// The draft of a plan over a reload: kept on the device with the id of its command, so that a plan whose answer was lost is not
// made twice. What was kept is read as a stranger's: whatever does not fit is left as in a fresh draft.
import { planStarts } from './plan-start';
import { presetOrder, type InvitedDraft, type PlanDraft } from './plan-draft';
import { isZone } from './zoned-time';

export interface KeptPlan {
  readonly commandId: string;
  readonly draft: PlanDraft;
}

export const keptKey = (coalitionId: string): string => `plan.${coalitionId}`;

/** Undefined where nothing usable was kept. */
export function readKept(text: string | undefined, fresh: PlanDraft): KeptPlan | undefined {
  const kept = objectIn(parsed(text));
  const draft = objectIn(kept?.draft);
  const commandId = kept?.commandId;
  if (!draft || typeof commandId !== 'string' || !/^[\w-]{22}$/.test(commandId)) return undefined;
  const { start, title, date, time, zone, place, callUrl, language, preset, electorate } = draft;
  return {
    commandId,
    draft: {
      start: oneOf(planStarts, start) ?? fresh.start,
      title: typeof title === 'string' ? title : fresh.title,
      date: typeof date === 'string' ? date : fresh.date,
      time: typeof time === 'string' ? time : fresh.time,
      zone: typeof zone === 'string' && isZone(zone) ? zone : fresh.zone,
      place: typeof place === 'string' ? place : fresh.place,
      callUrl: typeof callUrl === 'string' ? callUrl : fresh.callUrl,
      language: oneOf(['id', 'en'] as const, language) ?? fresh.language,
      invited: fresh.invited.map((row) => invitedIn(draft.invited, row)),
      preset: oneOf(presetOrder, preset) ?? fresh.preset,
      electorate: oneOf(['person', 'partner'] as const, electorate) ?? fresh.electorate,
    },
  };
}

/** A partner that has come since is invited as in a fresh draft. */
function invitedIn(rows: unknown, fresh: InvitedDraft): InvitedDraft {
  const list: readonly unknown[] = Array.isArray(rows) ? rows : [];
  const row = list.map(objectIn).find((one) => one?.partnerId === fresh.partnerId);
  return {
    partnerId: fresh.partnerId,
    ticked: typeof row?.ticked === 'boolean' ? row.ticked : fresh.ticked,
    heads: typeof row?.heads === 'string' ? row.heads : fresh.heads,
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);
