// Which of the dialogs about oneself is open on this screen.
export type SelfDialog = 'name' | 'link' | 'data' | 'missed';

export class SelfDialogs {
  open = $state<SelfDialog | null>(null);
}
