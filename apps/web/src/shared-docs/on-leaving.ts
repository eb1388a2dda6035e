// Calls back when the page may be gone in a moment: hidden, put away, closed. Answers with how to stop.
export function onLeaving(leave: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') leave();
  };
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', leave);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', leave);
  };
}
