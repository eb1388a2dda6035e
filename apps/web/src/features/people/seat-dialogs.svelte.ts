// Which of the dialogs about people is open on this screen.
export class SeatDialogs {
  /** Whose seat is being looked at. */
  person = $state<string | null>(null);
  adding = $state(false);
  door = $state(false);
  inviting = $state(false);
  /** Many at once, from a list. */
  importing = $state(false);
}
