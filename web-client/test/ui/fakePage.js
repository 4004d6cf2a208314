/** As much of a page as a screen needs to be built, changed and ended in a test. What is drawn goes nowhere. */

class FakeElement extends EventTarget {
  /** @type {FakeElement[]} */
  children = [];
  /** @type {FakeElement | null} */
  parent = null;
  /** @type {Map<string, string>} */
  attributes = new Map();
  /** @type {Record<string, string>} */
  style = {};
  /** @type {Record<string, string>} */
  dataset = {};
  hidden = false;
  disabled = false;
  value = '';
  clientWidth = 0;
  clientHeight = 0;
  #text = '';
  /** @type {Set<string>} */
  #classes = new Set();

  /** @param {string} tag */
  constructor(tag) {
    super();
    this.tag = tag;
  }

  set className(/** @type {string} */ names) {
    this.#classes = new Set(names.split(' '));
  }

  get classList() {
    const classes = this.#classes;
    return {
      contains: (/** @type {string} */ name) => classes.has(name),
      toggle: (/** @type {string} */ name, /** @type {boolean} */ on) => void (on ? classes.add(name) : classes.delete(name)),
    };
  }

  /** @returns {string} */
  get textContent() {
    return this.#text + this.children.map((child) => child.textContent).join('');
  }

  set textContent(text) {
    this.children = [];
    this.#text = text;
  }

  get isConnected() {
    return false;
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  /** @param {string} name */
  removeAttribute(name) {
    this.attributes.delete(name);
  }

  /** @param {FakeElement[]} added */
  append(...added) {
    added.forEach((child) => {
      child.parent = this;
    });
    this.children.push(...added);
  }

  /** @param {FakeElement[]} children */
  replaceChildren(...children) {
    this.children = [];
    this.append(...children);
  }

  /** @param {FakeElement} child @param {FakeElement | null} before */
  insertBefore(child, before) {
    child.remove();
    child.parent = this;
    this.children.splice(before === null ? this.children.length : this.children.indexOf(before), 0, child);
  }

  remove() {
    if (this.parent !== null) {
      this.parent.children = this.parent.children.filter((child) => child !== this);
      this.parent = null;
    }
  }

  focus() {
    fakeDocument.activeElement = this;
  }

  click() {
    this.dispatchEvent(new Event('click'));
  }

  getContext() {
    return new Proxy({}, { get: () => () => ({ addColorStop() {} }), set: () => true });
  }

  /** @param {(element: FakeElement) => boolean} wanted @returns {FakeElement[]} */
  all(wanted) {
    return [...(wanted(this) ? [this] : []), ...this.children.flatMap((child) => child.all(wanted))];
  }

  /** @param {string} name a class @returns {FakeElement[]} */
  ofClass(name) {
    return this.all((element) => element.classList.contains(name));
  }
}

class FakeDocument extends EventTarget {
  body = new FakeElement('body');
  documentElement = new FakeElement('html');
  activeElement = this.body;

  /** @param {string} tag */
  createElement(tag) {
    return new FakeElement(tag);
  }
}

let fakeDocument = new FakeDocument();

/** Puts the page in place; `frames` are those asked for and not yet drawn. */
export function setFakePage() {
  fakeDocument = new FakeDocument();
  /** @type {Map<number, () => void>} */
  const frames = new Map();
  let asked = 0;
  const events = new EventTarget();
  Object.defineProperty(globalThis, 'navigator', { value: { getGamepads: () => [], languages: ['en'] }, configurable: true });
  Object.assign(globalThis, {
    document: fakeDocument,
    devicePixelRatio: 1,
    addEventListener: events.addEventListener.bind(events),
    matchMedia: () => Object.assign(new EventTarget(), { matches: false }),
    getComputedStyle: () => ({ getPropertyValue: () => '#000000' }),
    requestAnimationFrame: (/** @type {() => void} */ draw) => {
      asked += 1;
      frames.set(asked, draw);
      return asked;
    },
    cancelAnimationFrame: (/** @type {number} */ frame) => frames.delete(frame),
    ResizeObserver: class {
      observe() {}
      disconnect() {}
    },
  });
  /** Draws what is asked for now. */
  const draw = () => {
    const due = [...frames.values()];
    frames.clear();
    due.forEach((frame) => frame());
  };
  return { document: fakeDocument, frames, draw };
}

/** @param {HTMLElement} element built on the fake page @returns {FakeElement} */
export const faked = (element) => /** @type {FakeElement} */ (/** @type {unknown} */ (element));
