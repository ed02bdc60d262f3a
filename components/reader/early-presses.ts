/** What was pressed before the scripts came (components/before-paint/remember-presses.ts), told once. */
export function takeEarlyPresses(): (EventTarget | null)[] {
  const pressed = [...(window.pressedEarly ?? [])]
  delete window.pressedEarly
  document.onclick = null
  return pressed
}
