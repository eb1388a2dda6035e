// The kind of partner that a name shows by its first word ("Dinas", "PT", "Yayasan"), or undefined: then the person says it.
// A guess only fills in what is still empty and stands open beside the name.
import type { Partner } from '@mufakat/domain';

export type PartnerKind = Partner['kind'];

const signs: readonly (readonly [PartnerKind, RegExp])[] = [
  [
    'government',
    /^(dinas|badan|bappeda|kementerian|kecamatan|kelurahan|pemerintah|pemdes|pemkab|pemkot|puskesmas|kantor|bpd|ministry|department|office|city of)\b/i,
  ],
  ['business', /^(pt|cv|ud|koperasi|bumdes|perusahaan|bank|company|cooperative)\b/i],
  ['civil-society', /^(yayasan|lsm|perkumpulan|lbh|foundation|ngo)\b/i],
  [
    'academia',
    /^(universitas|institut|sekolah tinggi|politeknik|fkip|fakultas|university|college|faculty)\b/i,
  ],
  [
    'community',
    /^(komite|dewan adat|karang taruna|pkk|kelompok|paguyuban|himpunan|rukun|forum anak|lembaga adat|community)\b/i,
  ],
];

export const guessKind = (name: string): PartnerKind | undefined =>
  signs.find(([, sign]) => sign.test(name.trim()))?.[0];
