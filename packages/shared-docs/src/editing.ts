/** Origin of every change that this package makes, for an undo manager that tracks one's own edits only. */
export const editing = Symbol('editing');
