declare global {
  interface Window {
    /** What was pressed before the scripts came; gone once they have seen to it. */
    pressedEarly?: Set<EventTarget | null>
  }
}

/** Remembers what is pressed before the scripts come, each once: on a slow line that may take seconds. */
export function rememberPresses(): void {
  const pressed = (window.pressedEarly = new Set<EventTarget | null>())
  document.onclick = ({ target }) => void pressed.add(target)
}
