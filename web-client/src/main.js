import { App, loadTexts } from './app/app.js';
import { keepPage } from './app/offline.js';
import { Preferences } from './ui/preferences.js';

const { language } = new Preferences();
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
new App(root, language, await loadTexts(language));
void keepPage();
