/** Where the demo's figures come from: published ones of comparable places. The page lists them, agenda items link them. */
import type { Both } from './both';

export interface Source {
  title: string;
  url: string;
}

export const sources = {
  worldBank: {
    title: 'World Bank 2019, 270 SD terpencil, Kalbar + NTT, 2016–17 (383471576785203185)',
    url: 'https://documents.worldbank.org',
  },
  hardTruth: { title: 'World Bank blog: The hard truth', url: 'https://blogs.worldbank.org' },
  kiat: { title: 'KIAT Guru, edukasi.kompas.com 25-8-2017', url: 'https://edukasi.kompas.com' },
  reading: {
    title: 'UNICEF/Myriad 2015; RTI/USAID 2014 (oz1wdw3dy, lq54m4pwy)',
    url: 'https://text-id.123dok.com',
  },
  bps: {
    title: 'BPS Statistik Pendidikan 2024, databoks.katadata.co.id 26-11-2024',
    url: 'https://databoks.katadata.co.id',
  },
  buildings: { title: 'Kemendikdasmen, DPR, tempo.co 4-3-2025', url: 'https://www.tempo.co' },
  absence: { title: 'ACDP/SMERU, rd.acer.org', url: 'https://rd.acer.org' },
  allowance: { title: 'indonesiana.id 160237', url: 'https://www.indonesiana.id' },
  contract: { title: 'radarsampit.com', url: 'https://radarsampit.com' },
} as const satisfies Record<string, Source>;

export interface Indicator {
  name: Both;
  baseline: string;
  /** Invented for the demo; empty where it is context. */
  target: string;
  source: Source;
}

export const indicators: readonly Indicator[] = [
  {
    name: {
      id: 'Kelas tanpa guru saat jam pelajaran (% kelas)',
      en: 'Classes without a teacher during lessons (% of classes)',
    },
    baseline: '25',
    target: '10',
    source: sources.worldBank,
  },
  {
    name: { id: 'Kemampuan di bawah kelasnya (tingkat kelas)', en: 'Behind their grade (grade levels)' },
    baseline: '2',
    target: '1',
    source: sources.worldBank,
  },
  {
    name: {
      id: 'Sekolah tersambung listrik PLN / berinternet / buku teks cukup / berperpustakaan (%)',
      en: 'Schools with grid power / internet / enough textbooks / a library (%)',
    },
    baseline: '29 / 17 / 39 / 54',
    target: '– / 60 / – / –',
    source: sources.hardTruth,
  },
  {
    name: {
      id: 'Guru berijazah tertinggi SMA (%); honor guru kontrak sekolah dan PNS (US$/bulan)',
      en: 'Teachers with secondary school at most (%); pay of school contract and civil-service teachers (US$ a month)',
    },
    baseline: '34; 40 / 600',
    target: '',
    source: sources.worldBank,
  },
  {
    name: { id: 'Jarak ke ibu kota kabupaten (km; jam)', en: 'Distance to the district town (km; hours)' },
    baseline: '149; 5',
    target: '',
    source: sources.worldBank,
  },
  {
    name: {
      id: 'Lancar membaca kelas 3 (kata/menit), Tanah Papua perdesaan; kelas 2: 6,68, nasional kelas 2: 52,10',
      en: 'Reading in grade 3 (words a minute), rural Papua; grade 2: 6.68, nationally in grade 2: 52.10',
    },
    baseline: '12,64',
    target: '35',
    source: sources.reading,
  },
  {
    name: {
      id: 'Anak 13–15 tahun tidak sekolah (%), semua / penyandang disabilitas (16–18: 19,20 / 69,24)',
      en: 'Children of 13–15 out of school (%), all / with disabilities (16–18: 19.20 / 69.24)',
    },
    baseline: '6,37 / 41,90',
    target: '',
    source: sources.bps,
  },
  {
    name: {
      id: 'Satuan pendidikan 3T rusak sedang sampai berat; tanpa listrik 5.783',
      en: 'Schools in remote areas with moderate to heavy damage; without power 5,783',
    },
    baseline: '±10.000 / ±20.000',
    target: '',
    source: sources.buildings,
  },
  {
    name: {
      id: 'Guru tidak hadir di sekolah, nasional (%, SD 2014; 2003: 19)',
      en: 'Teachers absent from school, nationally (%, primary 2014; 2003: 19)',
    },
    baseline: '9,8',
    target: '',
    source: sources.absence,
  },
];
