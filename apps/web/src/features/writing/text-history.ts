// The history of a shared document as this page's server keeps it.
import { api } from '../../platform/api';
import type { HistorySource } from './history';

export function historyOf(name: string): HistorySource {
  return {
    history: () => api.documentHistory(name),
    at: (n) => api.documentAt(name, n),
  };
}
