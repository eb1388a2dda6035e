/**
 * The partners of the demo's coalition and the people who come for them. All are invented, in an invented district;
 * whoever is in the room as a companion is marked as such where their name is written (companion-script.ts).
 */
import type { CoalitionCommand } from '@mufakat/domain';
import { alike, type Both } from './both';

type Found = Extract<CoalitionCommand, { type: 'coalition.found' }>;

export const coalitionName: Both = {
  id: 'Forum Sekolah Terpencil Lembah Aur',
  en: 'Remote Schools Forum of Lembah Aur',
};

export const chambers: readonly { name: Both; shape: Found['chambers'][number]['shape'] }[] = [
  { name: { id: 'Pemerintah', en: 'Government' }, shape: 'square' },
  { name: { id: 'Warga', en: 'Residents' }, shape: 'circle' },
  { name: { id: 'Usaha', en: 'Business' }, shape: 'diamond' },
  { name: { id: 'Lembaga dan mitra luar', en: 'Institutions and partners abroad' }, shape: 'hexagon' },
];

interface DemoPartner {
  key: string;
  name: Both;
  mark: string;
  kind: Found['partners'][number]['kind'];
  /** Index of `chambers`. */
  chamber: number;
  place: string;
}

const here = 'Kabupaten Lembah Aur';

export const partners = [
  {
    key: 'dinas',
    name: alike('Dinas Pendidikan Kab. Lembah Aur'),
    mark: 'DP',
    kind: 'government',
    chamber: 0,
    place: here,
  },
  {
    key: 'bappeda',
    name: alike('Bappeda Kab. Lembah Aur'),
    mark: 'BP',
    kind: 'government',
    chamber: 0,
    place: here,
  },
  {
    key: 'lubuk',
    name: alike('Pemdes Lubuk Tengah'),
    mark: 'LT',
    kind: 'government',
    chamber: 0,
    place: 'Lubuk Tengah',
  },
  {
    key: 'batu',
    name: alike('Pemdes Batu Ampar Hulu'),
    mark: 'BA',
    kind: 'government',
    chamber: 0,
    place: 'Batu Ampar Hulu',
  },
  {
    key: 'komite',
    name: alike('Komite Sekolah SDN 07 Lubuk Tengah'),
    mark: 'KS',
    kind: 'community',
    chamber: 1,
    place: 'Lubuk Tengah',
  },
  {
    key: 'adat',
    name: alike('Dewan Adat Lembah Aur'),
    mark: 'DA',
    kind: 'community',
    chamber: 1,
    place: here,
  },
  {
    key: 'anak',
    name: alike('Forum Anak Lembah Aur'),
    mark: 'FA',
    kind: 'community',
    chamber: 1,
    place: here,
  },
  {
    key: 'difabel',
    name: alike('Himpunan Difabel Lembah Aur'),
    mark: 'HD',
    kind: 'community',
    chamber: 1,
    place: here,
  },
  {
    key: 'guru',
    name: alike('Forum Guru Daerah Khusus'),
    mark: 'FG',
    kind: 'community',
    chamber: 1,
    place: here,
  },
  {
    key: 'lentera',
    name: alike('Yayasan Lentera Hulu'),
    mark: 'LH',
    kind: 'civil-society',
    chamber: 3,
    place: here,
  },
  {
    key: 'aur',
    name: { id: 'PT Aur Lestari, program sosial', en: 'PT Aur Lestari, social programme' },
    mark: 'AL',
    kind: 'business',
    chamber: 2,
    place: here,
  },
  {
    key: 'rakit',
    name: alike('Koperasi Sinar Rakit'),
    mark: 'SR',
    kind: 'business',
    chamber: 2,
    place: here,
  },
  {
    key: 'fkip',
    name: alike('FKIP Universitas Lembah Aur'),
    mark: 'FK',
    kind: 'academia',
    chamber: 3,
    place: here,
  },
  {
    key: 'eskola',
    name: alike('Rede Eskola Dook'),
    mark: 'RE',
    kind: 'international',
    chamber: 3,
    place: 'Timor-Leste',
  },
  {
    key: 'nordlys',
    name: alike('Nordlys Learning Fund'),
    mark: 'NL',
    kind: 'international',
    chamber: 3,
    place: 'Norge',
  },
  {
    key: 'qura',
    name: alike('مؤسسة تعليم القرى'),
    mark: 'تق',
    kind: 'international',
    chamber: 3,
    place: 'الأردن',
  },
  {
    key: 'pensiunan',
    name: { id: 'Paulus Ngabang, pensiunan guru', en: 'Paulus Ngabang, retired teacher' },
    mark: 'PN',
    kind: 'individual',
    chamber: 1,
    place: 'Lubuk Tengah',
  },
] as const satisfies readonly DemoPartner[];

export type PartnerKey = (typeof partners)[number]['key'];

export interface DemoPerson {
  partner: PartnerKey;
  name: string;
  address: Both;
  role: 'chair' | 'secretary' | 'delegate';
}

const bapak: Both = { id: 'Bapak', en: 'Mr' };
const ibu: Both = { id: 'Ibu', en: 'Ms' };
const none = alike('');

/** Who came to the founding meeting; the first keeps the secretariat and chairs. */
export const people: readonly DemoPerson[] = [
  { partner: 'lentera', name: 'Maria Lestari', address: ibu, role: 'chair' },
  { partner: 'fkip', name: 'Sri Wahyuni', address: ibu, role: 'secretary' },
  { partner: 'guru', name: 'Yosef Tanan', address: bapak, role: 'delegate' },
  { partner: 'dinas', name: 'Ratna Sari', address: ibu, role: 'delegate' },
  { partner: 'komite', name: 'Elisabet Dina', address: ibu, role: 'delegate' },
  { partner: 'batu', name: 'Darius Ngau', address: bapak, role: 'delegate' },
  { partner: 'aur', name: 'Hendra Wijaya', address: bapak, role: 'delegate' },
  { partner: 'rakit', name: 'Siti Halimah', address: ibu, role: 'delegate' },
  { partner: 'bappeda', name: 'Agus Salim', address: bapak, role: 'delegate' },
  { partner: 'lubuk', name: 'Yohana Bulan', address: ibu, role: 'delegate' },
  { partner: 'adat', name: 'Markus Lawai', address: bapak, role: 'delegate' },
  { partner: 'anak', name: 'Rina', address: none, role: 'delegate' },
  { partner: 'difabel', name: 'Bonifasius Akim', address: bapak, role: 'delegate' },
  { partner: 'nordlys', name: 'Ingrid Solberg', address: ibu, role: 'delegate' },
  { partner: 'qura', name: 'ليلى حداد', address: none, role: 'delegate' },
  { partner: 'pensiunan', name: 'Paulus Ngabang', address: bapak, role: 'delegate' },
];

/** Invited to the priorities meeting, one each; the delegate's seat of a visitor is that of `visitorPartner`. */
export const prioritiesPartners: readonly PartnerKey[] = [
  'lentera',
  'guru',
  'dinas',
  'komite',
  'batu',
  'aur',
  'rakit',
];
export const visitorPartner: PartnerKey = 'rakit';
