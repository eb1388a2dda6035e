/** What a paper calls roles, kinds of items, rungs, remarks and outcomes: the same in minutes and in the record's page. */
import type { ItemKind, Role } from '@mufakat/domain';
import type { Lang, Rung } from '@mufakat/tally';

export interface PaperTerms {
  roles: Readonly<Record<Role, string>>;
  itemKinds: Readonly<Record<ItemKind, string>>;
  rungs: Readonly<Record<Rung, string>>;
  remark: Readonly<Record<'agree-with-note' | 'not-yet' | 'object', string>>;
  outcome: Readonly<Record<'pending' | 'decided' | 'not-decided' | 'void', string>>;
}

const id: PaperTerms = {
  roles: {
    chair: 'pimpinan',
    facilitator: 'fasilitator',
    operator: 'operator layar',
    secretary: 'notulis',
    delegate: 'utusan resmi',
    participant: 'peserta',
    resource: 'narasumber',
    guest: 'undangan',
    companion: 'pendamping',
    interpreter: 'juru bahasa',
    scribe: 'juru tulis',
    observer: 'peninjau',
    screen: 'layar',
  },
  itemKinds: {
    opening: 'pembukaan',
    information: 'informasi',
    discussion: 'pembahasan',
    decision: 'keputusan',
    goal: 'tujuan bersama',
    break: 'istirahat',
    closing: 'penutup',
  },
  rungs: {
    acclamation: 'Aklamasi',
    consent: 'Mufakat?',
    qualified: 'Kesepakatan luas',
    vote: 'Pemungutan suara',
  },
  remark: { 'agree-with-note': 'Setuju dengan catatan', 'not-yet': 'Belum bisa', object: 'Keberatan' },
  outcome: {
    pending: 'Belum diputuskan',
    decided: 'Disepakati',
    'not-decided': 'Belum disepakati',
    void: 'Dinyatakan batal',
  },
};

const en: PaperTerms = {
  roles: {
    chair: 'chair',
    facilitator: 'facilitator',
    operator: 'screen operator',
    secretary: 'secretary',
    delegate: 'delegate',
    participant: 'participant',
    resource: 'resource person',
    guest: 'guest',
    companion: 'companion',
    interpreter: 'interpreter',
    scribe: 'scribe',
    observer: 'observer',
    screen: 'screen',
  },
  itemKinds: {
    opening: 'opening',
    information: 'information',
    discussion: 'discussion',
    decision: 'decision',
    goal: 'goal',
    break: 'break',
    closing: 'closing',
  },
  rungs: {
    acclamation: 'Acclamation',
    consent: 'Mufakat?',
    qualified: 'Broad agreement',
    vote: 'Vote',
  },
  remark: { 'agree-with-note': 'Agrees with a note', 'not-yet': 'Not yet', object: 'Objects' },
  outcome: { pending: 'Not decided yet', decided: 'Decided', 'not-decided': 'Not decided', void: 'Void' },
};

export const paperTerms: Readonly<Record<Lang, PaperTerms>> = { id, en };
