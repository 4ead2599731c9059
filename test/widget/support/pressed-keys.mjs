/** A command of the test runner for tests in the browser: presses real keys, one after the other, in one go. */
export const pressedKeys = {
  name: 'pressed-keys',
  async executeCommand({ command, payload, session }) {
    if (command !== 'press-keys') return undefined;
    const { keyboard } = session.browser.getPage(session.id);
    for (const key of payload) await keyboard.press(key);
    return true;
  },
};
